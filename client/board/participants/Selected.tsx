/** What can be done for those chosen in the list, at hand while there are any. */
import { useState } from 'react';
import type { Outcome } from '../../web/api/schemas.ts';
import { BulkDialog } from '../parts/BulkDialog.tsx';
import { Button } from '../parts/Button.tsx';
import { HandoverDialog } from '../parts/HandoverDialog.tsx';
import { useLang } from '../parts/lang.tsx';
import { useBackToHeading } from '../parts/useBackToHeading.ts';
import type { WordKey } from '../words.ts';
import type { Chosen } from './chosen.ts';

interface Doing {
  readonly word: WordKey;
  /** Chosen in the dialog where left out. */
  readonly type?: string;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly isHandover?: true;
}

const doings: readonly Doing[] = [
  {
    ...{ word: 'bulkMeeting', type: 'meeting.held' },
    initial: { attended: ['participant', 'caseWorker'] },
  },
  { word: 'bulkPart', type: 'preparation.partRecorded' },
  { word: 'bulkHandover', isHandover: true },
  { word: 'bulkOther' },
];

export function Selected({ chosen }: { chosen: Chosen }) {
  const { t } = useLang();
  const [doing, setDoing] = useState<Doing>();
  const backToHeading = useBackToHeading();
  // Whoever is being spoken of stays the same while the list changes behind the dialog.
  const [cards, setCards] = useState(chosen.cards);
  if (chosen.cards.length === 0 && !doing) return null;
  const start = (one: Doing): void => {
    setCards(chosen.cards);
    setDoing(one);
  };
  const close = (outcomes?: readonly Outcome[]): void => {
    setDoing(undefined);
    if (!outcomes) return;
    chosen.keep(outcomes.filter(({ done }) => !done).map(({ journey }) => journey));
    backToHeading();
  };
  return (
    <>
      <section className="selected" aria-label={t('selectedActions')}>
        <div className="selected__head">
          <strong className="kern-body" role="status">
            {t('selectedCount', { count: chosen.cards.length })}
          </strong>
          <Button look="tertiary" onClick={() => chosen.keep([])}>
            {t('selectNone')}
          </Button>
        </div>
        <div className="selected__actions">
          {doings.map((one) => (
            <Button key={one.word} onClick={() => start(one)}>
              {t(one.word)}
            </Button>
          ))}
        </div>
      </section>
      {doing?.isHandover && <HandoverDialog cards={cards} onClose={close} />}
      {doing && !doing.isHandover && (
        <BulkDialog cards={cards} type={doing.type} initial={doing.initial} onClose={close} />
      )}
    </>
  );
}
