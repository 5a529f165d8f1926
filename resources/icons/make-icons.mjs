// Draws the program's icon and writes it in every form that the packages need: PNG in several sizes (Linux), .ico
// (Windows) and .icns (macOS). A sheet of the year plan with merged months, and the round seal beneath it.
//   node resources/icons/make-icons.mjs
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';

const here = import.meta.dirname;
const SAMPLES = 4;

const blue = [29, 78, 216];
const deep = [23, 55, 153];
const paper = [255, 255, 255];
const ink = [148, 163, 184];
const pale = [219, 234, 254];
const red = [200, 30, 45];

/** Shapes on a field of 512 × 512: each answers whether a point lies inside. */
const box = (x, y, width, height, radius) => (px, py) => {
  if (px < x || py < y || px > x + width || py > y + height) return false;
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};
const disc = (x, y, radius) => (px, py) => (px - x) ** 2 + (py - y) ** 2 <= radius * radius;
const star = (x, y, radius) => (px, py) => {
  // Inside a five-pointed star: at least four of its five half planes hold.
  let held = 0;
  for (let point = 0; point < 5; point++) {
    const angle = (point * 2 * Math.PI) / 5 + Math.PI / 2;
    if ((px - x) * Math.cos(angle) + (py - y) * Math.sin(angle) <= radius * 0.309) held++;
  }
  return held >= 4 && (px - x) ** 2 + (py - y) ** 2 <= radius * radius;
};

const layers = [
  [box(16, 16, 480, 480, 104), (_x, y) => blue.map((value, index) => value + ((deep[index] - value) * y) / 512)],
  [box(112, 84, 288, 344, 20), () => paper],
  // head of the table, the merged months on the left, and the rows
  [box(140, 116, 232, 40, 6), () => blue],
  [box(140, 172, 60, 100, 6), () => pale],
  [box(140, 284, 60, 116, 6), () => pale],
  ...[172, 208, 244, 284, 320, 356].map((y) => [box(216, y, 156, 16, 6), () => ink]),
  // the seal, with a rim of paper round it
  [disc(364, 380, 88), () => paper],
  [disc(364, 380, 76), () => red],
  [disc(364, 380, 62), () => paper],
  [star(364, 380, 42), () => red],
];

function draw(size) {
  const pixels = Buffer.alloc(size * size * 4);
  const scale = 512 / size;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const sum = [0, 0, 0, 0];
      for (let sy = 0; sy < SAMPLES; sy++) {
        for (let sx = 0; sx < SAMPLES; sx++) {
          const px = (x + (sx + 0.5) / SAMPLES) * scale;
          const py = (y + (sy + 0.5) / SAMPLES) * scale;
          const layer = layers.findLast(([inside]) => inside(px, py));
          if (!layer) continue;
          const colour = layer[1](px, py);
          colour.forEach((value, index) => (sum[index] += value));
          sum[3] += 1;
        }
      }
      const at = (y * size + x) * 4;
      for (let index = 0; index < 3; index++) pixels[at + index] = sum[3] === 0 ? 0 : Math.round(sum[index] / sum[3]);
      pixels[at + 3] = Math.round((sum[3] / SAMPLES ** 2) * 255);
    }
  }
  return pixels;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), framed.length - 4);
  return framed;
}

/** PNG (ISO/IEC 15948): 8 bits a channel with transparency, every line with filter 0. */
function png(size) {
  const pixels = draw(size);
  const lines = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) pixels.copy(lines, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const images = new Map(SIZES.map((size) => [size, png(size)]));

for (const size of [16, 32, 48, 64, 128, 256, 512]) {
  writeFileSync(path.join(here, `${size}x${size}.png`), images.get(size));
}

/** ICO: a directory of PNG images; 0 stands for 256. */
function ico(sizes) {
  const directory = Buffer.alloc(6 + sizes.length * 16);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(sizes.length, 4);
  let offset = directory.length;
  sizes.forEach((size, index) => {
    const { length } = images.get(size);
    const at = 6 + index * 16;
    directory.set([size % 256, size % 256, 0, 0], at);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += length;
  });
  return Buffer.concat([directory, ...sizes.map((size) => images.get(size))]);
}

/** ICNS: blocks of a four-letter type and a length, each with a PNG image. */
function icns(types) {
  const blocks = Object.entries(types).map(([type, size]) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(images.get(size).length + 8, 4);
    return Buffer.concat([head, images.get(size)]);
  });
  const body = Buffer.concat(blocks);
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(body.length + 8, 4);
  return Buffer.concat([head, body]);
}

writeFileSync(path.join(here, 'icon.ico'), ico([16, 24, 32, 48, 64, 128, 256]));
writeFileSync(
  path.join(here, 'icon.icns'),
  icns({ ic11: 32, ic12: 64, ic07: 128, ic08: 256, ic13: 256, ic09: 512, ic14: 512, ic10: 1024 }),
);
