/** A name of a host as people write it, of which URL makes what programs send; nothing that could end the name. */
const HOST = /^[^\s/?#:@\\%]+$/;

/** An e-mail address as it is sent: without blanks around it, its domain in the letters that every server takes (`пошта.укр` is `xn--80a1acn3a.xn--j1amh`). */
export function emailSent(typed: string): string {
  const address = typed.trim();
  const at = address.lastIndexOf('@') + 1;
  const domain = address.slice(at);
  const host = at > 0 && /[^\x21-\x7E]/.test(domain) && HOST.test(domain) ? URL.parse(`http://${domain}`)?.hostname : undefined;
  return host ? address.slice(0, at) + host : address;
}

/** What is wrong with an e-mail address that was typed, as far as can be seen from it; undefined when nothing is. */
export function emailFault(typed: string): 'empty' | 'wrong' | undefined {
  const address = emailSent(typed);
  if (address === '') return 'empty';
  // Letters of other alphabets before the @ are taken by few servers, and not by ours.
  return /^[\x21-\x7E]+$/.test(address) && /^[^@,;<>()]+@[^@,;<>()]+\.[^@,;<>().]{2,}$/.test(address) ? undefined : 'wrong';
}
