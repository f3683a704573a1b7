/* The report's page: whom to call where it is asked for, sending in the background, and never a word that it was sent
   when it was not. Nothing is stored on the device. Without it the page sends like any form. ES2017: Chromium 80. */
(function () {
  'use strict';
  var doc = document;
  var RETRY = [3000, 5000, 10000, 30000];

  doc.querySelectorAll('[data-print]').forEach(function (button) {
    button.hidden = false;
    button.addEventListener('click', function () { window.print(); });
  });

  var form = doc.querySelector('[data-form]');
  var calls = doc.querySelector('[data-report]');
  if (!form || !calls) {
    return;
  }

  // ── whom to call, as soon as it matters ───────────────────────────────────────────────────────────────────────
  function value(name) {
    var chosen = form.querySelector('[name="' + name + '"]:checked');
    return chosen ? chosen.value : '';
  }

  function inDanger() {
    return value('danger') === 'yes' || value('danger') === 'unsure';
  }

  function urgent() {
    return inDanger() || value('situations') !== '';
  }

  function panel(kind, before) {
    var call = calls.querySelector('[data-call="' + kind + '"]');
    call.classList.add('my-4');
    before.parentNode.insertBefore(call, before);
    return call;
  }

  var danger = doc.getElementById('f-danger');
  var told = doc.getElementById('f-told');
  var first = danger && panel('danger', danger.nextElementSibling || danger);
  var nine = told && panel('nine', told);

  function showCalls() {
    if (first) {
      first.hidden = !inDanger();
    }
    if (nine) {
      nine.hidden = false;
    }
  }
  form.addEventListener('change', showCalls);
  showCalls();

  // ── sending ───────────────────────────────────────────────────────────────────────────────────────────────────
  var button = form.querySelector('[data-submit]');
  var words = button.textContent;
  var waiting = false;
  var sending = false;
  var arrived = false;
  var tries = 0;
  var timer = 0;

  function note(kinds) {
    form.querySelectorAll('[data-noted]').forEach(function (old) { old.remove(); });
    kinds.forEach(function (kind) {
      var template = doc.querySelector('template[data-note="' + kind + '"]');
      var made = doc.importNode(template.content, true).firstElementChild;
      made.dataset.noted = kind;
      form.querySelector('.sw-actions').before(made);
      made.scrollIntoView({ block: 'center' });
    });
  }

  function busy(now) {
    sending = now;
    button.disabled = now;
    button.textContent = now ? form.querySelector('[data-sending]').textContent : words;
  }

  // Whatever kept it from being sent: a child in danger needs a call, not a form.
  function keep(kind) {
    busy(false);
    waiting = true;
    note(!urgent() ? [kind] : kind === 'expired' ? ['urgent', kind] : ['urgent']);
    clearTimeout(timer);
    timer = setTimeout(send, RETRY[Math.min(tries, RETRY.length - 1)]);
    tries += 1;
  }

  function unsent() {
    keep('unsent');
  }

  // Shown by the page itself, with what was typed: the same key goes with it.
  function letThePageSay() {
    waiting = false;
    arrived = true;
    form.submit();
  }

  // After a new login the old page's token is worth nothing: the fresh page has a new one.
  function renew() {
    return fetch('/report', {
      headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin', redirect: 'manual'
    }).then(function (response) {
      return response.ok ? response.text() : '';
    }).then(function (html) {
      var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('meta[name="csrf"]');
      if (!fresh) {
        return false;
      }
      doc.querySelector('meta[name="csrf"]').content = fresh.content;
      form.querySelectorAll('[name="_csrf"]').forEach(function (field) { field.value = fresh.content; });
      return true;
    });
  }

  function post() {
    var token = window.shouwang.csrf();
    var headers = { 'X-Requested-With': 'fetch', Accept: 'application/json' };
    if (token) {
      headers[token.name] = token.token;
    }
    return fetch(form.action, {
      method: 'POST', body: new FormData(form), headers: headers, credentials: 'same-origin', redirect: 'manual'
    });
  }

  function expired(response) {
    return response.type === 'opaqueredirect' || response.status === 401 || response.status === 403;
  }

  function answered(response, again) {
    if (response.status === 201) {
      arrived = true;
      waiting = false;
      window.location.replace(response.headers.get('Location'));
    } else if (expired(response) && again) {
      return renew().then(function (done) {
        if (!done) {
          keep('expired');
          return null;
        }
        return post().then(function (second) { return answered(second, false); });
      });
    } else if (expired(response)) {
      keep('expired');
    } else if (response.status >= 500 || response.status === 429) {
      keep('busy');
    } else {
      letThePageSay();
    }
    return null;
  }

  function send() {
    clearTimeout(timer);
    if (sending || arrived) {
      return;
    }
    if (!navigator.onLine) {
      unsent();
      return;
    }
    busy(true);
    post().then(function (response) { return answered(response, true); }).catch(unsent);
  }

  // Before the form's own habits, which know nothing of this.
  doc.addEventListener('submit', function (event) {
    if (event.target !== form) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    var next = form.querySelector('[data-next]');
    if (button.hidden && !next.hidden) {
      next.click();
    } else {
      send();
    }
  }, true);

  function retry() {
    if (waiting && !sending) {
      tries = 0;
      send();
    }
  }
  window.addEventListener('online', retry);
  doc.addEventListener('visibilitychange', function () {
    if (!doc.hidden) {
      retry();
    }
  });
  window.addEventListener('beforeunload', function (event) {
    if (waiting && !arrived) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
})();
