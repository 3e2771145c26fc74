/** A QR code as cells of a table: mails show no picture that is not asked for, and a table shows in all of them. */
import encodeQR from 'qr';

/** In pixels, for each square; and light squares around it, without which cameras do not find it. */
const SQUARE = 4;
const BORDER = 4;

/** The code as HTML, black on white in every look. `label` says what it is, to those who do not see it; it is escaped already. */
export function qrTable(text: string, label: string): string {
  const rows = encodeQR(text, 'raw', { border: BORDER, ecc: 'medium' });
  const size = rows.length * SQUARE;
  const lines = rows.map((row) => `<tr>${runs(row).map(({ isDark, length }) => cell(isDark, length)).join('')}</tr>`);
  return `<table role="img" aria-label="${label}" cellpadding="0" cellspacing="0" border="0" width="${size}" style="width:${size}px;border-collapse:collapse;background-color:#ffffff">${lines.join('')}</table>`;
}

/** Squares of one colour that stand beside each other. */
function runs(row: readonly boolean[]): { isDark: boolean; length: number }[] {
  const found: { isDark: boolean; length: number }[] = [];
  for (const isDark of row) {
    const last = found.at(-1);
    if (last?.isDark === isDark) last.length += 1;
    else found.push({ isDark, length: 1 });
  }
  return found;
}

function cell(isDark: boolean, length: number): string {
  const width = length * SQUARE;
  const colour = isDark ? '#000000' : '#ffffff';
  return `<td colspan="${length}" width="${width}" height="${SQUARE}" bgcolor="${colour}" style="width:${width}px;height:${SQUARE}px;padding:0;font-size:0;line-height:0;background-color:${colour}"></td>`;
}
