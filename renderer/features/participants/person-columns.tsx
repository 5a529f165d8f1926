/** The columns of the list, in the order in which rosters print them, so that one pastes over the other. */
import { useMemo } from 'react';
import { PersonRoleName } from '#shared/features/participants.ts';
import { ageOn } from '#shared/lib/ages.ts';
import type { GridColumn, GridSuggestion } from '#ui/grid/types.ts';
import { useT } from '../../app/i18n.tsx';
import { MarkChips } from './mark-chips.tsx';
import { marksOf } from './person-marks.ts';
import type { PersonSort } from './person-state.ts';
import { type CellField, cellText, checkCell, roleText, sexText } from './person-texts.ts';
import type { PersonLine } from './use-person-rows.ts';

/** Columns that give the list an order. */
export const SORTS: Readonly<Record<string, PersonSort>> = {
  name: 'name',
  birthDate: 'birthDate',
  village: 'village',
  personTimes: 'personTimes',
};

const SHOWN = 12;

function suggest(names: readonly string[], query: string): GridSuggestion[] {
  const wanted = query.trim().toLowerCase();
  return names
    .filter((name) => wanted === '' || name.toLowerCase().includes(wanted))
    .slice(0, SHOWN)
    .map((text) => ({ text }));
}

/** `villages`: names to offer; `year`: of 人次; `today`: ISO day. */
export function usePersonColumns(
  villages: readonly string[],
  year: number | null,
  today: string,
): GridColumn<PersonLine>[] {
  const { t, locale } = useT();
  return useMemo(() => {
    const column = (
      key: CellField,
      width: number,
      more: Partial<GridColumn<PersonLine>> = {},
    ): GridColumn<PersonLine> => ({
      key,
      heading: t(`participants.field.${key}`),
      width,
      editable: true,
      sortable: SORTS[key] !== undefined,
      text: (line) => cellText(line, key, t, today),
      check: (text, line) => checkCell(key, text, { t, today, person: line }),
      ...more,
    });
    const sexes = (['female', 'male'] as const).map((sex) => sexText(t, sex));
    const roles = PersonRoleName.options.map((role) => roleText(t, role));
    const wide = locale === 'en';
    return [
      column('name', wide ? 130 : 104, { minWidth: 80 }),
      column('sex', wide ? 80 : 58, { minWidth: wide ? 80 : 58, suggestions: (query) => suggest(sexes, query) }),
      column('birthDate', wide ? 170 : 156, {
        minWidth: wide ? 158 : 148,
        renderCell: ({ birthDate }) => <BirthCell birthDate={birthDate} today={today} />,
      }),
      column('village', 124, { minWidth: 104, grow: true, suggestions: (query) => suggest(villages, query) }),
      column('phone', 124, { minWidth: 104 }),
      column('roles', 132, { minWidth: wide ? 112 : 88, grow: true, suggestions: (query) => suggest(roles, query) }),
      {
        key: 'marks',
        heading: t('participantScreen.attentionColumn'),
        width: 130,
        minWidth: 124,
        editable: false,
        text: (line) =>
          marksOf(line, today)
            .map((mark) => t(`participantScreen.mark.${mark}`))
            .join(t('paper.unitSeparator')),
        renderCell: (line) => <MarkChips marks={marksOf(line, today)} />,
      },
      column('note', 96, { minWidth: 64, grow: true }),
      {
        key: 'personTimes',
        heading: year === null ? t('participantScreen.times') : t('participantScreen.timesOf', { year }),
        width: wide ? 120 : 116,
        minWidth: wide ? 120 : 116,
        align: 'right',
        editable: false,
        sortable: true,
        text: ({ personTimes }) => (personTimes === 0 ? '' : String(personTimes)),
      },
    ];
  }, [locale, t, today, villages, year]);
}

function BirthCell({ birthDate, today }: { birthDate: string | null; today: string }) {
  const { t } = useT();
  const age = ageOn(birthDate, today);
  if (birthDate === null) return null;
  return (
    <span className="birth-cell">
      <span className="digits">{birthDate}</span>
      {age !== null && <span className="muted">{t('participantScreen.age', { count: age })}</span>}
    </span>
  );
}
