/** What of a person needs a look, in words; red where the law asks for it. */
import { useT } from '../../app/i18n.tsx';
import type { PersonMark } from './person-marks.ts';

export function MarkChips({ marks }: { marks: readonly PersonMark[] }) {
  const { t } = useT();
  return (
    <span className="mark-chips">
      {marks.map((mark) => (
        <span key={mark} className={`chip mark-${mark}`}>
          {t(`participantScreen.mark.${mark}`)}
        </span>
      ))}
    </span>
  );
}
