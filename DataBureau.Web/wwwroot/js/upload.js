// Uploads over plain HTTP. XMLHttpRequest, because fetch cannot tell how much it has sent.
const running = new WeakMap();

export async function start(input, url, token, maxBytes, page) {
  const files = [...input.files];
  if (!files.length) return;
  let failure = null, sentence = null;
  if (files.some(file => file.size > maxBytes)) failure = 'size';
  for (const file of files) {
    if (failure) break;
    await page.invokeMethodAsync('OnStarted', file.name);
    const answer = await send(input, url, token, file, percent => page.invokeMethodAsync('OnProgress', percent).catch(() => {}));
    if (answer.ok) await page.invokeMethodAsync('OnAnswered', answer.text);
    else [failure, sentence] = [answer.failure, answer.sentence];
  }
  running.delete(input);
  input.value = ''; // the same file can be chosen again after it was corrected
  await page.invokeMethodAsync('OnEnded', failure, sentence);
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
    request.onload = () => resolve(request.status >= 200 && request.status < 300
      ? { ok: true, text: request.responseText }
      : { ok: false, failure: String(request.status), sentence: sentenceOf(request.responseText) });
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
