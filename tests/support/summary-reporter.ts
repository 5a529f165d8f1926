/**
 * Counts of a run and the reason of each failure, as JSON in the file that TEST_SUMMARY names: `npm test` repeats the
 * reasons at its very end, where they are found also when only the end of the output was kept.
 */
import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

export interface Summary {
  passed: number;
  failed: number;
  skipped: number;
  /** Tests whose process ended before them. */
  unfinished: number;
  failures: { name: string; reason: string }[];
}

function reasonOf(error: SerializedError): string {
  const cause = error.cause as SerializedError | undefined;
  return [error.message, cause?.message].filter(Boolean).join('; ');
}

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], faults: readonly SerializedError[]): void {
    const summary: Summary = { passed: 0, failed: 0, skipped: 0, unfinished: 0, failures: [] };
    const tell = (name: string, errors: readonly SerializedError[]): void => {
      for (const error of errors) summary.failures.push({ name, reason: reasonOf(error) });
    };
    for (const module of modules) {
      tell(module.moduleId, module.errors());
      for (const suite of module.children.allSuites()) tell(`${module.moduleId} > ${suite.fullName}`, suite.errors());
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        if (state === 'pending') summary.unfinished += 1;
        else summary[state] += 1;
        if (state === 'failed') tell(`${module.moduleId} > ${test.fullName}`, errors);
      }
    }
    tell('outside every test', faults);
    writeFileSync(process.env['TEST_SUMMARY'] ?? '', JSON.stringify(summary));
  }
}
