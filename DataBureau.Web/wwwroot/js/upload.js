// Uploads over plain HTTP. XMLHttpRequest, because fetch cannot tell how much it has sent.
const running = new WeakMap();

export async function start(input, url, token, maxBytes, page) {
  const files = [...input.files];
  if (!files.length) return;
  const failures = [];
  for (const file of files) {
    if (file.size > maxBytes) {
      failures.push({ name: file.name, reason: 'size' });
      continue;
    }
    await page.invokeMethodAsync('OnStarted', file.name);
    const answer = await send(input, url, token, file, percent => page.invokeMethodAsync('OnProgress', percent).catch(() => {}));
    if (answer.ok) {
      await page.invokeMethodAsync('OnAnswered', answer.text);
      continue;
    }
    failures.push({ name: file.name, reason: answer.failure, sentence: answer.sentence });
    // A refusal is about that file; without a network, a right or a wish the others would fare no better.
    if (['network', 'cancelled', '401', '403', '404'].includes(answer.failure)) break;
  }
  running.delete(input);
  input.value = ''; // the same file can be chosen again after it was corrected
  await page.invokeMethodAsync('OnEnded', failures);
}

export function cancel(input) {
  running.get(input)?.abort();
}

function send(input, url, token, file, onProgress) {
  return new Promise(resolve => {
    const request = new XMLHttpRequest();
    running.set(input, request);
    let last = 0;
    request.upload.onprogress = event => {
      if (!event.lengthComputable || (Date.now() - last < 200 && event.loaded < event.total)) return;
      last = Date.now();
      onProgress(100 * event.loaded / event.total);
    };
    request.onload = () => {
      const done = request.status >= 200 && request.status < 300;
      // Sent on to a page, such as the one for signing in, instead of being answered.
      if (done && !request.getResponseHeader('Content-Type')?.includes('json')) resolve({ ok: false, failure: '401' });
      else resolve(done ? { ok: true, text: request.responseText } : { ok: false, failure: String(request.status), sentence: sentenceOf(request.responseText) });
    };
    request.onerror = () => resolve({ ok: false, failure: 'network' });
    request.onabort = () => resolve({ ok: false, failure: 'cancelled' });
    request.open('POST', url);
    if (token) request.setRequestHeader('RequestVerificationToken', token);
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}

// A refusal comes as problem details: its detail, or else its title, is written for people.
function sentenceOf(text) {
  try {
    const problem = JSON.parse(text);
    return problem.detail ?? problem.title ?? null;
  } catch {
    return null;
  }
}
