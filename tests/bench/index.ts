/** `npm run bench`: the program beside its limits. Ratios count; the milliseconds belong to this machine. */
import { countingFigures } from './counting.ts';
import { documentFigures } from './documents.ts';
import { durableCommand } from './durable-command.ts';
import { exportsAt } from './exports.ts';
import { fundingFigures } from './funding.ts';
import { report, type Figure } from './measure.ts';
import { personFigures } from './persons.ts';
import { searchFigures } from './search.ts';
import { windowFigures } from './window.ts';

const figures: Figure[] = [
  await durableCommand(),
  ...(await exportsAt(20, 7)),
  ...(await exportsAt(20_000, 3)),
  ...(await documentFigures()),
  ...personFigures(),
  ...(await countingFigures()),
  ...(await fundingFigures()),
];
const search = searchFigures();
const inWindow = await windowFigures();
console.log(report([...figures, ...search.figures, ...inWindow.figures]));
for (const remark of [...search.remarks, ...inWindow.remarks]) console.log(remark);
