/** Numbers of persons who do not exist: drawn by seed, with the check digits of each rule computed here and not by the rules that look for them. */

import { mulberry32 } from '../../mulberry32.ts';

/** A draw from 0 to `below`, exclusive. */
export type Draw = (below: number) => number;

/** The same draws for the same seed. */
export function drawing(seed: number): Draw {
  const next = mulberry32(seed);
  return (below) => next() % below;
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0');
const weighed = (digits: string, weights: readonly number[]): number => weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const birth = (draw: Draw): Birth => ({ year: 1960 + draw(52), month: 1 + draw(12), day: 1 + draw(28) });
const short = ({ year }: Birth): string => padded(year % 100, 2);

/** Draws until the check can be written. */
function until(draw: () => string | undefined): string {
  for (;;) {
    const made = draw();
    if (made !== undefined) return made;
  }
}

function jmbg(draw: Draw): string {
  return until(() => {
    const { year, month, day } = birth(draw);
    const front = `${padded(day, 2)}${padded(month, 2)}${padded(year % 1000, 3)}${padded(10 + draw(86), 2)}${padded(draw(1000), 3)}`;
    const rest = 11 - (weighed(front, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
    return rest === 10 ? undefined : `${front}${rest === 11 ? 0 : rest}`;
  });
}

function egn(draw: Draw): string {
  const born = birth(draw);
  const front = `${short(born)}${padded(born.month + (born.year >= 2000 ? 40 : 0), 2)}${padded(born.day, 2)}${padded(draw(1000), 3)}`;
  return `${front}${(weighed(front, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10}`;
}

function pnf(draw: Draw): string {
  const front = padded(700_000_000 + draw(99_999_999), 9);
  return `${front}${weighed(front, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10}`;
}

function amka(draw: Draw): string {
  const born = birth(draw);
  const front = `${padded(born.day, 2)}${padded(born.month, 2)}${short(born)}${padded(draw(10_000), 4)}`;
  const sum = [...front].reverse().reduce((total, digit, i) => total + (i % 2 === 0 ? Math.floor(Number(digit) * 2 / 10) + (Number(digit) * 2) % 10 : Number(digit)), 0);
  return `${front}${(10 - (sum % 10)) % 10}`;
}

function oib(draw: Draw): string {
  const front = padded(1_000_000_000 + draw(2_000_000_000), 10);
  const rest = [...front].reduce((carried, digit) => ((((carried + Number(digit)) % 10) || 10) * 2) % 11, 10);
  return `${front}${(11 - rest) % 10}`;
}

function cnp(draw: Draw): string {
  const born = birth(draw);
  const front = `${(born.year >= 2000 ? 5 : 1) + draw(2)}${short(born)}${padded(born.month, 2)}${padded(born.day, 2)}${padded(1 + draw(39), 2)}${padded(1 + draw(998), 3)}`;
  const rest = weighed(front, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return `${front}${rest === 10 ? 1 : rest}`;
}

function tckn(draw: Draw): string {
  const front = padded(100_000_000 + draw(800_000_000), 9);
  const tenth = (((weighed(front, [7, 0, 7, 0, 7, 0, 7, 0, 7]) - weighed(front, [0, 1, 0, 1, 0, 1, 0, 1, 0])) % 10) + 10) % 10;
  return `${front}${tenth}${([...front].reduce((sum, digit) => sum + Number(digit), 0) + tenth) % 10}`;
}

function rntrc(draw: Draw): string {
  const front = `${padded(22_000 + draw(18_000), 5)}${padded(draw(10_000), 4)}`;
  const sum = weighed(front, [-1, 5, 7, 9, 4, 6, 10, 5, 7]);
  return `${front}${(((sum % 11) + 11) % 11) % 10}`;
}

function nir(draw: Draw): string {
  const born = birth(draw);
  const front = `${1 + draw(2)}${short(born)}${padded(born.month, 2)}${padded(1 + draw(95), 2)}${padded(1 + draw(900), 3)}${padded(1 + draw(990), 3)}`;
  return `${front}${padded(97 - (Number(front) % 97), 2)}`;
}

function idnp(draw: Draw): string {
  const front = `20${padded(draw(25), 2)}${padded(draw(100_000_000), 8)}`;
  return `${front}${weighed(front, [7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]) % 10}`;
}

function szemelyi(draw: Draw): string {
  return until(() => {
    const born = birth(draw);
    const front = `${(born.year >= 2000 ? 3 : 1) + draw(2)}${short(born)}${padded(born.month, 2)}${padded(born.day, 2)}${padded(1 + draw(998), 3)}`;
    const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const rest = weighed(front, born.year > 1996 ? rising.reverse() : rising) % 11;
    return rest === 10 ? undefined : `${front}${rest}`;
  });
}

function adoazonosito(draw: Draw): string {
  return until(() => {
    const front = `8${padded(34_000 + draw(17_000), 5)}${padded(draw(1000), 3)}`;
    const rest = weighed(front, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11;
    return rest === 10 ? undefined : `${front}${rest}`;
  });
}

function kosovo(draw: Draw): string {
  const front = `1${padded(draw(100_000_000), 8)}`;
  const rest = 11 - (weighed(front, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
  return `${front}${rest >= 10 ? 0 : rest}`;
}

function albanian(draw: Draw): string {
  const born = birth(draw);
  const decade = 'ABCDEFGHIJKLM'[Math.floor((born.year - 1900) / 10)]!;
  return `${decade}${born.year % 10}${padded(born.month + 50 * draw(2), 2)}${padded(born.day, 2)}${padded(draw(1000), 3)}${'ABCDEFGHIJKLMNOPQRSTUVW'[draw(23)]!}`;
}

/** How to make a number of each rule; the names are those of the rules. */
export const MAKE: Readonly<Record<string, (draw: Draw) => string>> = {
  JMBG: jmbg, EGN: egn, PNF: pnf, AMKA: amka, OIB: oib, CNP: cnp, TCKN: tckn, RNTRC: rntrc, NIR: nir, IDNP: idnp, SZEMELYI: szemelyi,
  ADOAZONOSITO: adoazonosito, KOSOVO: kosovo, ALBANIA: albanian,
};

/** Rules that one number in ten would fit: they stand alone for a warning only, and only in one piece. */
export const POSSIBLE: ReadonlySet<string> = new Set(['PNF', 'OIB', 'RNTRC', 'ADOAZONOSITO', 'KOSOVO']);
