/* The frame's few habits. Every page works without this file. ES2017: the floor is Chromium 80. */
(function () {
  'use strict';
  var doc = document;

  function csrf() {
    var meta = doc.querySelector('meta[name="csrf"]');
    return meta ? { name: meta.dataset.header, token: meta.content } : null;
  }
  window.shouwang = { csrf: csrf };

  // Chromium before 84 has no gaps in flex rows: the stylesheet then sets margins.
  function flexGap() {
    var box = doc.createElement('div');
    box.className = 'sw-probe';
    box.appendChild(doc.createElement('i'));
    box.appendChild(doc.createElement('i'));
    doc.body.appendChild(box);
    if (box.scrollHeight !== 1) {
      doc.documentElement.classList.add('no-flexgap');
    }
    box.remove();
  }

  function typing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  // ── keys: / goes to the search; in the inbox up, down, enter, c
  function rows() {
    return Array.from(doc.querySelectorAll('[data-inbox] .sw-row'));
  }

  function step(by) {
    var all = rows();
    if (!all.length) {
      return false;
    }
    var at = all.findIndex(function (row) { return row.classList.contains('is-at'); });
    var next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all.forEach(function (row, i) { row.classList.toggle('is-at', i === next); });
    var link = all[next].querySelector('.act a');
    if (link) {
      link.focus({ preventScroll: true });
    }
    all[next].scrollIntoView({ block: 'nearest' });
    return true;
  }

  function current(selector) {
    var row = doc.querySelector('[data-inbox] .sw-row.is-at');
    return row ? row.querySelector(selector) : null;
  }

  function press(selector) {
    var target = current(selector);
    if (target) {
      target.click();
    }
    return Boolean(target);
  }

  doc.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
      return;
    }
    var handled = false;
    if (event.key === '/') {
      var search = doc.querySelector('[data-search]');
      if (search) {
        search.focus();
        handled = true;
      }
    } else if (event.key === 'ArrowDown') {
      handled = step(1);
    } else if (event.key === 'ArrowUp') {
      handled = step(-1);
    } else if (event.key === 'Enter' && event.target === doc.body) {
      handled = press('.act a');
    } else if (event.key === 'c') {
      handled = press('[data-claim]');
    }
    if (handled) {
      event.preventDefault();
    }
  });

  // ── quick exit: away at once, and not to be found by going back
  var escaped = 0;
  function leave(exit) {
    doc.body.hidden = true;
    window.location.replace(exit.href);
  }
  doc.addEventListener('click', function (event) {
    var exit = event.target.closest('[data-exit]');
    if (exit) {
      event.preventDefault();
      leave(exit);
    }
  });
  doc.addEventListener('keydown', function (event) {
    var exit = doc.querySelector('[data-exit]');
    if (event.key !== 'Escape' || !exit) {
      return;
    }
    if (Date.now() - escaped < 1500) {
      leave(exit);
    }
    escaped = Date.now();
  });

  // ── a menu closes by Escape and by a click beside it
  doc.addEventListener('click', function (event) {
    doc.querySelectorAll('.sw-menu[open]').forEach(function (menu) {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  doc.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      doc.querySelectorAll('.sw-menu[open]').forEach(function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
    }
  });

  // ── what is beside the form on a desk is folded on a phone
  if (window.matchMedia('(max-width: 991.98px)').matches) {
    doc.querySelectorAll('[data-fold-on-phone]').forEach(function (fold) { fold.open = false; });
  }

  // ── a row of tabs wider than the phone begins where one is
  doc.querySelectorAll('.sw-tabs [aria-current]').forEach(function (tab) {
    var row = tab.parentElement;
    row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  });

  // ── errors: told first; a link goes to the control itself
  doc.addEventListener('click', function (event) {
    var link = event.target.closest('[data-errors] a');
    if (!link) {
      return;
    }
    var field = doc.getElementById(link.hash.slice(1));
    if (field) {
      event.preventDefault();
      field.dispatchEvent(new CustomEvent('sw:show', { bubbles: true }));
      var control = field.querySelector('input:not([type=hidden]), select, textarea, button');
      field.scrollIntoView({ block: 'start' });
      if (control) {
        control.focus({ preventScroll: true });
      }
    }
  });

  function network() {
    doc.querySelectorAll('[data-offline]').forEach(function (note) { note.hidden = navigator.onLine; });
  }
  window.addEventListener('online', network);
  window.addEventListener('offline', network);

  flexGap();
  network();
  var errors = doc.querySelector('[data-errors]');
  if (errors) {
    errors.focus();
  }
})();
