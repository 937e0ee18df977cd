/** Has journeys look whether newer workers serve. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Outcomes as Answered } from '../../web/api/schemasOfOps.ts';
import { post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ChosenFields, chosenOrAll, everyJourney } from './chosen.tsx';
import { Outcomes } from './Outcomes.tsx';

export function Wake() {
  const { t } = useLang();
  const [chosen, setChosen] = useState(everyJourney);
  const waking = useMutation({ mutationFn: () => post<Answered>('/api/wake', chosenOrAll(chosen)) });
  return (
    <section aria-labelledby="wake">
      <h2 id="wake" className="kern-heading-medium">
        {t('opsWake')}
      </h2>
      <p className="kern-body lead">{t('opsWakeHelp')}</p>
      <form
        className="event-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!waking.isPending) waking.mutate();
        }}
      >
        <ChosenFields id="wake" chosen={chosen} onChange={setChosen} />
        <div className="form-actions">
          <Button type="submit" busy={waking.isPending}>
            {t(waking.isPending ? 'opsBusy' : 'opsWakeDo')}
          </Button>
        </div>
      </form>
      {waking.error && <ProblemNote error={waking.error} />}
      {waking.data && <Outcomes title={t('opsWoken')} outcomes={waking.data} />}
    </section>
  );
}
