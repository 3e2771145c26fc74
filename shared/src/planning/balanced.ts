/** With whom the meetings of one country are balanced: the authorities on one side, the organisations on the other; others do not count. */
const [AUTHORITIES, ORGANISATIONS]: readonly (readonly string[])[] = [['AUTHORITY', 'JUSTICE', 'POLICE'], ['NGO']];

/** How balanced the meetings of one country are, by whose each is: the fewer of both sides. */
export const balancedOf = (sides: readonly string[]): number => Math.min(...[AUTHORITIES!, ORGANISATIONS!].map((wanted) => sides.filter((side) => wanted.includes(side)).length));
