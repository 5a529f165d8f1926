import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProcedure, procedureNames } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { handlers } from '#core/features/index.ts';
import { openRuntime } from '#core/runtime.ts';
import { runtimeOptions, testArchive } from '#tests/support/test-archive.ts';

describe('the door', () => {
  it.each([
    'constructor.name',
    'schedule.constructor',
    'schedule',
    'schedule.list.x',
    '__proto__.x',
    '',
    'window.state',
  ])('knows no procedure “%s”', async (name) => {
    const { runtime } = await testArchive();
    const { reply } = await runtime.call(name, {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'input/unknown_procedure' } });
  });

  it('names the field that is wrong', async () => {
    const { runtime } = await testArchive();
    const { reply } = await runtime.call('schedule.list', { year: '2021' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'input/invalid', params: { field: 'year' } } });
  });

  it('asks for the role', async () => {
    const { runtime } = await testArchive();
    const { reply } = await runtime.call('plans.create', { year: 2021 }, { role: 'auditor' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'access/role' } });
    expect((await runtime.call('plans.list', {}, { role: 'auditor' })).reply.ok).toBe(true);
  });

  it('answers every query on a connection that cannot write', async () => {
    const archive = await testArchive();
    await archive.call('plans.create', { year: 2021 });
    await archive.call('documents.create', { fields: { title: '通知' } });
    await archive.call('activities.edit', {
      step: { code: 'activityInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { title: '剪纸培训', dateStart: '2021-06-12' } }],
    });
    await archive.call('participants.edit', {
      step: { code: 'personInsert', params: { count: 1 } },
      changes: [{ do: 'insert', fields: { name: '甲（示例）' } }],
    });
    await archive.call('budgets.enter', { entries: [{ date: '2021-02-01', kind: 'payment', amountFen: 100 }] });
    await archive.call('stocktakes.open', { name: '盘点', countedBy: '甲（示例）', startedOn: '2021-03-01' });
    const reader = await openRuntime(runtimeOptions(archive.directory, { mode: 'read-only' }));
    const inputs: Record<string, unknown> = {
      'documents.get': { id: 1 },
      'documents.check': { fields: { title: '通知' } },
      'documents.unready': { ids: [1] },
      'documents.relations': { id: 1 },
      'history.ofRecord': { entity: 'document', key: 1 },
      'documents.nextNumber': { filingYear: 2021, term: 'Y' },
      'documents.twins': { documents: [] },
      'stocktakes.report': { id: 1 },
      'stocktakes.entries': { id: 1 },
      'stocktakes.identify': { text: '2021-1' },
      'documents.suggestTerm': { title: '2021年工作计划' },
      'schedule.list': { year: 2021 },
      'plans.get': { year: 2021 },
      'participants.get': { id: 1 },
      'participants.candidates': { text: 'jia' },
      'activities.get': { id: 1 },
      'activities.proofs': { year: 2021 },
      'activities.statistics': { year: 2021 },
      'activities.behind': { filter: { year: 2021 } },
      'attendance.list': { activityId: 1 },
      'budgets.entry': { id: 1 },
      'budgets.check': { year: 2021 },
      'budgets.checkUnits': { year: 2021 },
      'budgets.compare': { from: 2020, to: 2021 },
    };
    const queries = procedureNames().filter((name) => findProcedure(name)?.kind === 'query');
    expect(queries.length).toBeGreaterThan(5);
    const failed: unknown[] = [];
    for (const name of queries) {
      const { reply } = await reader.call(name, inputs[name] ?? {});
      if (!reply.ok) failed.push([name, reply.error]);
    }
    expect(failed).toEqual([]);
    expect((await reader.call('plans.create', { year: 2022 })).reply).toMatchObject({
      error: { code: 'archive/read_only' },
    });
    reader.close();
  });

  it('has a handler for each procedure of the core', () => {
    const names = Object.entries(handlers).flatMap(([noun, feature]) =>
      Object.keys(feature).map((verb) => `${noun}.${verb}`),
    );
    expect(names.sort()).toEqual(
      procedureNames()
        .filter((name) => findProcedure(name)?.kind !== 'native')
        .sort(),
    );
  });

  it('answers any JSON with a value or a typed error, and stays whole', async () => {
    const archive = await testArchive();
    await archive.call('plans.create', { year: 2021 });
    const names = procedureNames().filter((name) => {
      const procedure = findProcedure(name);
      return procedure !== undefined && procedure.kind !== 'native' && procedure.paths.length === 0;
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.oneof(
          fc.json().map((text): unknown => JSON.parse(text)),
          fc.record(
            {
              year: fc.constantFrom(2021, 2022, -1),
              changes: fc.anything(),
              id: fc.integer(),
              version: fc.integer(),
              rows: fc.array(fc.record({ activity: fc.string() })),
              step: fc.constant({ code: 'type', params: {} }),
            },
            { requiredKeys: [] },
          ),
        ),
        async (name, input) => {
          const { reply } = await archive.runtime.call(name, input);
          // A fault of the program itself would show here; every other refusal is a typed error.
          expect(reply.ok ? null : AppError.fromWire(reply.error).code).not.toBe('program/internal');
        },
      ),
      { numRuns: 300 },
    );
    expect(await archive.call('archive.verify', {})).toMatchObject({ ok: true, problems: [] });
  });
});
