/* Forms: saves while people type, shows what is asked, adds rows, sends files, turns pages. Without it the form is one
   long page that works by its buttons. ES2017: the floor is Chromium 80. */
(function () {
  'use strict';
  var doc = document;
  var RETRY = [2000, 5000, 10000, 30000];

  function all(selector, within) {
    return Array.from((within || doc).querySelectorAll(selector));
  }

  function say(sentence, values) {
    return sentence.replace(/%(\w+)/g, function (whole, name) {
      return name in values ? values[name] : whole;
    });
  }

  function icon(name) {
    var svg = doc.createElementNS('http://www.w3.org/2000/svg', 'svg');
    var use = doc.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#i-' + name);
    svg.appendChild(use);
    return svg;
  }

  function element(tag, className, text) {
    var made = doc.createElement(tag);
    if (className) {
      made.className = className;
    }
    if (text) {
      made.textContent = text;
    }
    return made;
  }

  function headers() {
    var token = window.shouwang.csrf();
    var made = { 'X-Requested-With': 'fetch', Accept: 'application/json' };
    if (token) {
      made[token.name] = token.token;
    }
    return made;
  }

  // A login that ran out answers 401 or 403, or sends to the login page.
  function expired(response) {
    return response.type === 'opaqueredirect' || response.status === 401 || response.status === 403;
  }

  /** A new login has a new token: it stands in this page, fetched again. */
  function newToken() {
    return fetch(location.href, { headers: { 'X-Requested-With': 'fetch' }, credentials: 'same-origin', redirect: 'manual' })
      .then(function (response) { return response.ok ? response.text() : ''; })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('meta[name="csrf"]');
        var meta = doc.querySelector('meta[name="csrf"]');
        if (fresh && meta) {
          meta.content = fresh.content;
          all('input[name="_csrf"]').forEach(function (input) { input.value = fresh.content; });
        }
      }, function () {});
  }

  // ── saving ────────────────────────────────────────────────────────────────────────────────────────────────────
  function saving(form) {
    var url = form.dataset.draftUrl;
    var dirty = new Set();
    var timer = 0;
    var tries = 0;
    var running = null;

    function state(words, bad) {
      all('[data-saved]').forEach(function (place) {
        place.textContent = '';
        place.classList.toggle('sw-saved--bad', Boolean(bad));
        place.appendChild(icon(bad ? 'warn' : 'check'));
        place.appendChild(doc.createTextNode(words));
      });
    }

    function notice(show) {
      var note = form.querySelector('[data-expired]');
      if (!show) {
        if (note) {
          note.remove();
        }
        return;
      }
      if (note) {
        return;
      }
      note = element('p', 'sw-offline mb-4');
      note.setAttribute('role', 'alert');
      note.dataset.expired = 'true';
      var words = element('span', '', form.dataset.saidExpired + ' ');
      var link = element('a', '', form.dataset.saidLogin);
      link.href = '/';
      link.target = '_blank';
      link.rel = 'noopener';
      words.appendChild(link);
      note.appendChild(icon('warn'));
      note.appendChild(words);
      form.insertBefore(note, form.firstChild);
    }

    function body(fields) {
      var data = new URLSearchParams();
      new FormData(form).forEach(function (value, name) {
        if (typeof value === 'string' && fields.has(name.replace(/[[.].*$/, ''))) {
          data.append(name, value);
        }
      });
      data.append('_version', form.elements._version.value);
      data.append('_fields', Array.from(fields).join(','));
      return data;
    }

    function failed(fields, outOfLogin) {
      fields.forEach(function (name) { dirty.add(name); });
      state(form.dataset.saidUnsaved, true);
      notice(outOfLogin);
      clearTimeout(timer);
      timer = setTimeout(function () {
        (outOfLogin ? newToken() : Promise.resolve()).then(send);
      }, RETRY[Math.min(tries, RETRY.length - 1)]);
      tries += 1;
      return outOfLogin ? 'expired' : 'failed';
    }

    function saved(answer) {
      var now = new Date();
      var time = answer.savedAt || ('0' + now.getHours()).slice(-2) + ':' + ('0' + now.getMinutes()).slice(-2);
      tries = 0;
      notice(false);
      if (!dirty.size) {
        state(say(form.dataset.saidSaved, { time: time }));
      }
      return 'saved';
    }

    function send() {
      clearTimeout(timer);
      if (running) {
        return running.then(send);
      }
      if (!dirty.size) {
        return Promise.resolve('saved');
      }
      var fields = new Set(dirty);
      dirty.clear();
      state(form.dataset.saidSaving);
      running = fetch(url, {
        method: 'POST', headers: headers(), body: body(fields), credentials: 'same-origin', redirect: 'manual'
      }).then(function (response) {
        running = null;
        if (response.status === 404 || response.status === 409) {
          // Somebody else has done it, or has it now: trying again helps nobody, sending says so.
          state(form.dataset.saidUnsaved, true);
          return 'gone';
        }
        if (!response.ok) {
          return failed(fields, expired(response));
        }
        return response.json().catch(function () { return {}; }).then(saved);
      }, function () {
        running = null;
        return failed(fields, false);
      });
      return running;
    }

    function touch(name) {
      if (url && name) {
        dirty.add(name);
        clearTimeout(timer);
        timer = setTimeout(send, 800);
      }
    }

    window.addEventListener('online', function () { tries = 0; send(); });
    doc.addEventListener('visibilitychange', function () {
      var back = form.querySelector('[data-expired]') && !doc.hidden;
      (back ? newToken() : Promise.resolve()).then(send);
    });
    window.addEventListener('beforeunload', function (event) {
      if (dirty.size && !form.dataset.sending) {
        event.preventDefault();
        event.returnValue = '';
      }
    });
    return { touch: touch, flush: url ? send : function () { return Promise.resolve('saved'); } };
  }

  // ── what is asked ─────────────────────────────────────────────────────────────────────────────────────────────
  function answers(form, name) {
    return all('[name="' + name + '"]', form).filter(function (control) {
      var choice = control.type === 'radio' || control.type === 'checkbox';
      return !control.closest('[hidden][data-show-when]') && (!choice || control.checked);
    }).map(function (control) { return control.value; });
  }

  function showWhen(form) {
    var fields = all('[data-show-when]', form);
    // A field that goes may take others with it: as often as there are fields is often enough.
    for (var round = 0; round < fields.length; round += 1) {
      var changed = false;
      fields.forEach(function (field) {
        var conditions = JSON.parse(field.dataset.showWhen);
        var shown = Object.keys(conditions).every(function (name) {
          return answers(form, name).some(function (value) { return conditions[name].includes(value); });
        });
        changed = changed || field.hidden === shown;
        field.hidden = !shown;
      });
      if (!changed) {
        break;
      }
    }
    emptySections(form);
  }

  /** A section with nothing to ask is left out, here and in the outline. */
  function emptySections(form) {
    all('[data-section]:not([data-review])', form).forEach(function (section) {
      var fields = all('.field', section).filter(function (field) { return !field.parentElement.closest('.field'); });
      section.dataset.empty = fields.every(function (field) { return field.hidden; });
      if (!form.dataset.paged) {
        section.hidden = section.dataset.empty === 'true';
      }
      all('[data-outline]').forEach(function (link) {
        if (link.hash === '#' + section.id) {
          link.parentElement.hidden = section.dataset.empty === 'true';
        }
      });
    });
  }

  // ── rows of groups ────────────────────────────────────────────────────────────────────────────────────────────
  function renumber(group) {
    var rows = all('[data-row]', group);
    rows.forEach(function (row, i) {
      row.querySelector('[data-row-number]').textContent = i + 1;
    });
    var most = Number(group.dataset.most);
    group.querySelector('[data-add]').hidden = Boolean(most) && rows.length >= most;
  }

  function addRow(group) {
    var blank = group.querySelector('template[data-blank]').content;
    var used = all('[data-remove]', group).map(function (button) { return Number(/\[(\d+)]/.exec(button.value)[1]); });
    var number = used.length ? Math.max.apply(null, used) + 1 : 0;
    var row = doc.importNode(blank, true).querySelector('[data-row]');
    [row].concat(all('*', row)).forEach(function (part) {
      Array.from(part.attributes).forEach(function (attribute) {
        if (attribute.value.includes('__')) {
          attribute.value = attribute.value.split('__').join(number);
        }
      });
    });
    group.querySelector('[data-rows]').appendChild(row);
    renumber(group);
    var first = row.querySelector('input, select, textarea');
    if (first) {
      first.focus();
    }
  }

  // ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────
  function upload(form, list, file, done) {
    var words = form.dataset;
    var item = element('li');
    var text = element('span', 'sw-file');
    item.appendChild(icon('clip'));
    item.appendChild(text);
    list.appendChild(item);

    function fail() {
      text.textContent = say(words.saidFailed, { name: file.name }) + ' ';
      var again = element('button', 'btn btn-quiet btn-sm', words.saidAgain);
      again.type = 'button';
      again.addEventListener('click', function () {
        item.remove();
        upload(form, list, file, done);
      });
      text.appendChild(again);
    }

    function keep(answer) {
      var label = element('label', 'sw-file');
      var box = element('input', 'form-check-input');
      box.type = 'checkbox';
      box.name = list.dataset.name;
      box.value = answer.id;
      box.checked = true;
      label.appendChild(box);
      label.appendChild(element('span', '', answer.name || file.name));
      item.replaceChild(label, text);
      done();
    }

    var request = new XMLHttpRequest();
    var data = new FormData();
    data.append('file', file);
    request.open('POST', words.filesUrl);
    var set = headers();
    Object.keys(set).forEach(function (name) { request.setRequestHeader(name, set[name]); });
    request.upload.addEventListener('progress', function (event) {
      var percent = event.lengthComputable ? Math.floor(100 * event.loaded / event.total) : 0;
      text.textContent = say(words.saidUploading, { name: file.name, percent: percent });
    });
    request.addEventListener('error', fail);
    request.addEventListener('load', function () {
      if (request.status < 200 || request.status > 299) {
        fail();
        return;
      }
      keep(JSON.parse(request.responseText));
    });
    text.textContent = say(words.saidUploading, { name: file.name, percent: 0 });
    request.send(data);
  }

  // ── people ────────────────────────────────────────────────────────────────────────────────────────────────────
  function people(form, saver) {
    all('[data-person-search]', form).forEach(function (input) {
      var timer = 0;
      var asked = '';
      function search() {
        var question = input.value.trim();
        if (question === asked) {
          return;
        }
        asked = question;
        // By POST: a name in an address would stand in logs and histories.
        fetch(input.dataset.url, {
          method: 'POST', headers: headers(), credentials: 'same-origin', redirect: 'manual',
          body: new URLSearchParams({ q: question, field: input.dataset.fieldName })
        }).then(function (response) { return response.ok ? response.text() : ''; }).then(function (html) {
          if (question === asked) {
            doc.getElementById(input.dataset.target).innerHTML = html;
          }
        });
      }
      input.addEventListener('input', function () {
        clearTimeout(timer);
        timer = setTimeout(search, 400);
      });
      input.addEventListener('keydown', function (event) {
        if (event.key === 'Enter' && !event.isComposing) {
          event.preventDefault();
          search();
        }
      });
    });
    return saver;
  }

  // ── one section a screen ──────────────────────────────────────────────────────────────────────────────────────
  function pages(form) {
    var sections = all('[data-section]', form);
    var next = form.querySelector('[data-next]');
    var back = form.querySelector('[data-back]');
    var submit = form.querySelector('[data-submit]');
    var at = 0;

    function review() {
      var list = form.querySelector('.sw-review');
      list.textContent = '';
      all('[data-field]', form).forEach(function (field) {
        var said = spoken(field);
        if (field.parentElement.closest('[data-group]') || field.hidden || !said) {
          return;
        }
        list.appendChild(element('dt', '', field.dataset.label));
        list.appendChild(element('dd', 'sw-said', said));
      });
    }

    function asked(section) {
      return section.dataset.empty !== 'true';
    }

    /** The nearest section with something to ask, in one direction. */
    function from(index, by) {
      while (sections[index] && !asked(sections[index])) {
        index += by;
      }
      return index;
    }

    function marks() {
      var steps = sections.filter(asked);
      var now = steps.indexOf(sections[at]);
      form.querySelector('[data-step]').textContent = say(form.dataset.saidStep, { n: now + 1, of: steps.length });
      all('[data-progress] li', form).forEach(function (mark, i) {
        mark.hidden = i >= steps.length;
        mark.classList.toggle('on', i <= now);
      });
      var following = sections[from(at + 1, 1)];
      if (following) {
        next.textContent = form.dataset.saidNext.replace('{0}', following.dataset.section);
      }
    }

    function show(index, focus) {
      at = index;
      sections.forEach(function (section, i) { section.hidden = i !== at; });
      var last = at === sections.length - 1;
      if (sections[at].hasAttribute('data-review')) {
        review();
      }
      next.hidden = last;
      submit.hidden = !last;
      back.hidden = at === 0;
      marks();
      if (focus) {
        window.scrollTo(0, 0);
        sections[at].focus({ preventScroll: true });
      }
    }

    function turn(index) {
      history.pushState({ page: index }, '');
      show(index, true);
    }

    form.querySelector('[data-progress]').hidden = false;
    next.addEventListener('click', function () { turn(from(at + 1, 1)); });
    back.addEventListener('click', function () { turn(Math.max(0, from(at - 1, -1))); });
    form.addEventListener('input', marks);
    form.addEventListener('change', marks);
    window.addEventListener('popstate', function (event) { show((event.state && event.state.page) || 0, true); });
    form.addEventListener('sw:show', function (event) {
      show(sections.indexOf(event.target.closest('[data-section]')), false);
    });
    history.replaceState({ page: 0 }, '');
    show(0, false);
  }

  /** What is answered in a field, in words. */
  function spoken(field) {
    return all('input, select, textarea', field).filter(function (control) {
      var choice = control.type === 'radio' || control.type === 'checkbox';
      return control.name && control.name[0] !== '_' && !control.closest('[hidden][data-show-when]')
        && (!choice || control.checked);
    }).map(function (control) {
      if (control.type === 'radio' || control.type === 'checkbox') {
        var label = control.closest('label').querySelector('span');
        return (label.firstChild ? label.firstChild.textContent : label.textContent).trim();
      }
      if (control.tagName === 'SELECT') {
        return control.value ? control.options[control.selectedIndex].text : '';
      }
      return control.type === 'hidden' ? '' : control.value.replace('T', ' ');
    }).filter(Boolean).join('、');
  }

  // ── the outline follows the reader ────────────────────────────────────────────────────────────────────────────
  function outline() {
    var links = all('[data-outline]');
    if (!links.length || !('IntersectionObserver' in window)) {
      return;
    }
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (entry.isIntersecting) {
          links.forEach(function (link) {
            if (link.hash === '#' + entry.target.id) {
              link.setAttribute('aria-current', 'true');
            } else {
              link.removeAttribute('aria-current');
            }
          });
        }
      });
    }, { rootMargin: '-20% 0px -70% 0px' });
    all('.sw-section[id]').forEach(function (section) { watch.observe(section); });
  }

  function offline(form) {
    var note = form.querySelector('[data-unsent]') || element('p', 'sw-offline mb-4', form.dataset.saidOffline);
    note.dataset.unsent = 'true';
    note.setAttribute('role', 'alert');
    form.querySelector('.sw-actions').before(note);
  }

  function start(form) {
    var saver = people(form, saving(form));

    function changed(event) {
      if (event.target.matches('[data-file-input]')) {
        return;
      }
      var field = event.target.closest('[data-field]');
      showWhen(form);
      if (field && event.target.name && event.target.name[0] !== '_') {
        saver.touch(field.dataset.field);
      }
    }
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);

    form.addEventListener('click', function (event) {
      var add = event.target.closest('[data-add]');
      var remove = event.target.closest('[data-remove]');
      var group = event.target.closest('[data-group]');
      if (add) {
        event.preventDefault();
        addRow(group);
        showWhen(form);
      } else if (remove) {
        event.preventDefault();
        remove.closest('[data-row]').remove();
        renumber(group);
        saver.touch(group.dataset.field);
        group.querySelector('[data-add]').focus();
      }
    });

    all('[data-file-input]', form).forEach(function (input) {
      if (!form.dataset.filesUrl) {
        return;
      }
      input.addEventListener('change', function () {
        var box = input.closest('[data-files]');
        Array.from(input.files).forEach(function (file) {
          upload(form, box.querySelector('[data-file-list]'), file, function () { saver.touch(box.dataset.field); });
        });
        input.value = '';
      });
    });

    // Nothing is sent into a dead network or an expired login: either would take the text away.
    form.addEventListener('submit', function (event) {
      if (form.dataset.sending === 'now') {
        return;
      }
      if (!navigator.onLine) {
        event.preventDefault();
        offline(form);
        return;
      }
      if (!form.dataset.draftUrl) {
        return;
      }
      event.preventDefault();
      var button = event.submitter || doc.activeElement;
      saver.flush().then(function (result) {
        if (result !== 'saved' && result !== 'gone') {
          return;
        }
        form.dataset.sending = 'now';
        if (button && button.form === form && button.name) {
          var pressed = element('input');
          pressed.type = 'hidden';
          pressed.name = button.name;
          pressed.value = button.value;
          form.appendChild(pressed);
        }
        form.submit();
      });
    });

    all('[data-without-script]', form).forEach(function (button) { button.hidden = true; });
    showWhen(form);
    if (form.dataset.paged) {
      pages(form);
      if (form.querySelector('.is-bad')) {
        form.querySelector('.is-bad').dispatchEvent(new CustomEvent('sw:show', { bubbles: true }));
      }
    }
  }

  all('[data-form]').forEach(start);
  outline();
})();
