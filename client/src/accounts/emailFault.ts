/** What is wrong with an e-mail address that was typed, as far as can be seen from it; undefined when nothing is. */
export function emailFault(typed: string): 'empty' | 'wrong' | undefined {
  const address = typed.trim();
  if (address === '') return 'empty';
  return /^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>().]{2,}$/.test(address) ? undefined : 'wrong';
}
