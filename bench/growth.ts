/** One line of the plot: milliseconds by the size of the text in KB. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [kilobytes: number, milliseconds: number])[];
}

const WIDTH = 720;
const HEIGHT = 420;
const LEFT = 70;
const RIGHT = 200;
const TOP = 30;
const BOTTOM = 50;
const COLOURS = ['#005f9e', '#c2410c', '#15803d', '#7e22ce', '#b91c1c', '#4b5563'];

/** A plot with logarithmic axes as SVG: a straight line that rises as the grid does grows like the text. */
export function plot(title: string, lines: readonly Line[]): string {
  const sizes = lines.flatMap(({ points }) => points.map(([x]) => x));
  const times = lines.flatMap(({ points }) => points.map(([, y]) => y));
  const [x0, x1] = decades(sizes);
  const [y0, y1] = decades(times);
  const x = (value: number): number => LEFT + ((Math.log10(value) - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((Math.log10(value) - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="#1f2937">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    `<text x="${LEFT}" y="18" font-size="14">${title}</text>`,
  ];
  for (let power = x0; power <= x1; power++) {
    const at = fixed(x(10 ** power));
    out.push(
      `<path d="M${at} ${TOP}V${HEIGHT - BOTTOM}" stroke="#e5e7eb"/>`,
      `<text x="${at}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${label(10 ** power)} KB</text>`,
    );
  }
  for (let power = y0; power <= y1; power++) {
    const at = fixed(y(10 ** power));
    out.push(
      `<path d="M${LEFT} ${at}H${WIDTH - RIGHT}" stroke="#e5e7eb"/>`,
      `<text x="${LEFT - 8}" y="${fixed(y(10 ** power) + 4)}" text-anchor="end">${label(10 ** power)} ms</text>`,
    );
  }
  let below = 0;
  const ends = lines
    .map((line, i) => ({ line, colour: COLOURS[i % COLOURS.length]!, end: line.points.at(-1)! }))
    .sort((a, b) => y(a.end[1]) - y(b.end[1]));
  for (const { line, colour, end } of ends) {
    const path = line.points
      .map(([a, b], i) => `${i === 0 ? 'M' : 'L'}${fixed(x(a))} ${fixed(y(b))}`)
      .join('');
    out.push(`<path d="${path}" fill="none" stroke="${colour}" stroke-width="2"/>`);
    for (const [a, b] of line.points)
      out.push(`<circle cx="${fixed(x(a))}" cy="${fixed(y(b))}" r="3" fill="${colour}"/>`);
    // Names stand behind the lines, one below the other.
    below = Math.max(y(end[1]) + 4, below + 15);
    out.push(
      `<text x="${fixed(WIDTH - RIGHT + 10)}" y="${fixed(below)}" fill="${colour}">${line.name}</text>`,
    );
  }
  out.push('</svg>');
  return `${out.join('\n')}\n`;
}

function decades(values: readonly number[]): [number, number] {
  const least = Math.floor(Math.log10(Math.min(...values)));
  const most = Math.ceil(Math.log10(Math.max(...values)));
  return [least, Math.max(most, least + 1)];
}

function fixed(value: number): string {
  return value.toFixed(1);
}

function label(value: number): string {
  return value >= 1 ? String(Math.round(value)) : String(Number(value.toPrecision(1)));
}
