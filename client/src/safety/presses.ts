const TIMES = 3;
const WITHIN = 1500;

/**
 * Counts the presses of a key. The function it gives takes the instant of a press in milliseconds, and says whether it
 * is the third within a second and a half.
 */
export function countPresses(): (at: number) => boolean {
  let last: number[] = [];
  return (at) => {
    last = [...last.filter((earlier) => at - earlier <= WITHIN), at];
    return last.length >= TIMES;
  };
}
