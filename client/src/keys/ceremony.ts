/** The browser's part of a passkey: loaded when it is first used. */
type Json = Readonly<Record<string, unknown>>;

/** Whether this browser knows of passkeys. */
export function canUsePasskeys(): boolean {
  return 'PublicKeyCredential' in globalThis;
}

/** What the browser makes from the options of the server; undefined when the person or the device would not. */
export async function makePasskey(options: Json): Promise<Json | undefined> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return answerOf(startRegistration({ optionsJSON: options as never }));
}

/** What the browser shows for the options of the server; undefined when the person or the device would not. */
export async function showPasskey(options: Json): Promise<Json | undefined> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return answerOf(startAuthentication({ optionsJSON: options as never }));
}

/** Browsers say little of why there is no passkey, so that no site learns who has which: to have pressed “Cancel” is an error like the others. */
async function answerOf(ceremony: Promise<object>): Promise<Json | undefined> {
  try {
    return { ...(await ceremony) };
  } catch {
    return undefined;
  }
}
