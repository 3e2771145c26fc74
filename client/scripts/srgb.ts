type Three = readonly [number, number, number];

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** The red, green and blue light of an OKLCH colour (`oklch(0.415 0.12 257)`) in linear sRGB: each from 0 to 1, or beyond where no screen of sRGB can show it. */
function linearOf(colour: string): Three {
  const [L = 0, C = 0, H = 0] = colour.slice('oklch('.length, -1).split(' ').map(Number);
  const [a, b] = [C * Math.cos((H * Math.PI) / 180), C * Math.sin((H * Math.PI) / 180)];
  const [l, m, s] = [L + 0.3963377774 * a + 0.2158037573 * b, L - 0.1055613458 * a - 0.0638541728 * b, L - 0.0894841775 * a - 1.291485548 * b].map((x) => x ** 3) as [number, number, number];
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** Relative luminance of an OKLCH colour after WCAG 2.2, brought into sRGB as screens do. */
export function luminance(colour: string): number {
  const [red, green, blue] = linearOf(colour).map(clamp) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** An OKLCH colour as `#rrggbb`; an error where sRGB has none that looks the same. */
export function srgbOf(colour: string): string {
  return `#${linearOf(colour).map((linear) => {
    const light = clamp(linear);
    const steps = (value: number): number => Math.round((value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055) * 255);
    // Half a step of a channel: less cannot be written.
    if (Math.abs(linear - light) > 0.0005) throw new Error(`${colour} is beyond sRGB`);
    return steps(light).toString(16).padStart(2, '0');
  }).join('')}`;
}

/** Writes each OKLCH colour of the styles in sRGB, which all of them lie in: browsers need no second value beside it. For PostCSS. */
export const srgbColours = {
  postcssPlugin: 'srgb-colours',
  Declaration(declaration: { value: string }): void {
    if (declaration.value.includes('oklch(')) declaration.value = declaration.value.replaceAll(/oklch\([^)]+\)/g, srgbOf);
  },
};
