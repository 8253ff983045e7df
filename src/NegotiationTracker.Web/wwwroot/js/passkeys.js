// Passkeys (WebAuthn): signing in with one, and adding one to the account. Without this script, or where browser or address don't allow it, the forms
// stay hidden: a passkey belongs to a name, so an address in numbers has none.
const able = isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);

const entry = document.querySelector('[data-passkey-entry]');
if (entry) offer(entry, async () => {
  const options = await post(entry, 'sign-in/passkey/options');
  const credential = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: known(options.allowCredentials) } });
  const { authenticatorData, signature, userHandle } = credential.response;
  const next = entry.dataset.passkeyEntry ? `?returnUrl=${encodeURIComponent(entry.dataset.passkeyEntry)}` : '';
  return post(entry, `sign-in/passkey${next}`, spelt(credential, { authenticatorData, signature, userHandle }));
});

const adding = document.querySelector('[data-passkey-adding]');
if (adding) offer(adding, async () => {
  const [name, password] = ['name', 'password'].map(field => adding.elements.namedItem(field));
  const options = await post(adding, 'passkeys/options', { name: name.value, password: password.value });
  password.value = '';
  const credential = await navigator.credentials.create({
    publicKey: { ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: known(options.excludeCredentials) },
  });
  const { attestationObject } = credential.response;
  const answer = spelt(credential, { attestationObject });
  answer.response.transports = credential.response.getTransports?.() ?? [];
  return post(adding, 'passkeys', answer);
});

function offer(form, deed) {
  if (!able) return;
  form.hidden = false;
  for (const other of document.querySelectorAll('[data-passkey-unable]')) other.hidden = true;
  const [button, said] = [form.querySelector('button'), form.querySelector('[role=alert]')];
  form.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = '';
    try {
      location.assign((await deed()).onward);
    } catch (fault) {
      said.textContent = words(fault);
      button.disabled = false;
    }
  });
}

async function post(form, path, body) {
  const answer = await fetch(`/account/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', RequestVerificationToken: form.elements.namedItem('__RequestVerificationToken').value },
    body: JSON.stringify(body ?? {}),
  });
  const said = answer.headers.get('Content-Type')?.includes('json') ? await answer.json() : {};
  if (answer.ok && !answer.redirected) return said;
  throw new Refused(said.fault ?? 'The server gave no answer to that: please load this page again.');
}

class Refused extends Error {}

function words(fault) {
  if (fault instanceof Refused) return fault.message;
  if (fault.name === 'NotAllowedError' || fault.name === 'AbortError') return 'No passkey was used: it was called off, or took too long.';
  if (fault.name === 'InvalidStateError') return 'This device has a passkey of this account already.';
  if (fault instanceof TypeError) return 'The server could not be reached.';
  return 'The browser can use no passkey here.';
}

// By hand: not every browser has parseCreationOptionsFromJSON and toJSON, and some password managers break them.
const known = list => (list ?? []).map(credential => ({ ...credential, id: bytes(credential.id) }));

const spelt = (credential, parts) => ({
  id: credential.id, rawId: text(credential.rawId), type: credential.type, authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: Object.fromEntries(Object.entries({ clientDataJSON: credential.response.clientDataJSON, ...parts }).filter(([, part]) => part).map(([name, part]) => [name, text(part)])),
});

function bytes(base64url) {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
