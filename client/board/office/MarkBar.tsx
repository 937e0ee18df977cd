/** Notes of the chosen messages that they have gone out on a day, one after another, and says what became of each. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { post, problemIn } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { today } from '../parts/dates.ts';
import { TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { useToast } from '../parts/toast.tsx';
import { idOf, type Message } from './owed.ts';

export interface MarkBarProps {
  readonly chosen: readonly Message[];
  /** Those that were refused stay chosen. */
  readonly onDone: (left: ReadonlySet<string>) => void;
}

interface Failed {
  readonly message: Message;
  readonly error: unknown;
}

export function MarkBar({ chosen, onDone }: MarkBarProps) {
  const { t } = useLang();
  const toast = useToast();
  const queries = useQueryClient();
  const [on, setOn] = useState(today);
  const [isAsked, setAsked] = useState(false);
  const marking = useMutation({
    mutationFn: () => markEach(chosen, on),
    onSuccess: async (failed) => {
      const count = chosen.length - failed.length;
      if (count > 0)
        toast({ kind: 'success', text: t(count === 1 ? 'owedMarkedOne' : 'owedMarked', { count }) });
      onDone(new Set(failed.map(({ message }) => idOf(message))));
      await queries.invalidateQueries({ queryKey: ['lists', 'funder'] });
    },
  });
  const error = on === '' ? t('cohortNoDay') : on > today() ? t('owedNotYet') : undefined;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!error && !marking.isPending) marking.mutate();
  };
  return (
    <>
      {marking.data && marking.data.length > 0 && <Failures failed={marking.data} />}
      {chosen.length > 0 && (
        <form className="mark-bar" noValidate onSubmit={onSubmit}>
          <p className="kern-body mark-bar__count" role="status">
            {t(chosen.length === 1 ? 'owedChosenOne' : 'owedChosen', { count: chosen.length })}
          </p>
          <TextField
            id="transmitted-on"
            type="date"
            label={t('owedTransmittedOn')}
            required
            isShort
            max={today()}
            error={isAsked ? error : undefined}
            value={on}
            onChange={setOn}
          />
          <Button type="submit" look="primary" icon="check" busy={marking.isPending}>
            {t('owedMark')}
          </Button>
        </form>
      )}
    </>
  );
}

/** One after another, so that one that is refused keeps no other from being noted. */
async function markEach(chosen: readonly Message[], on: string): Promise<Failed[]> {
  const failed: Failed[] = [];
  for (const message of chosen) {
    const path = `/api/journeys/${encodeURIComponent(message.journey)}/funder-messages/transmitted`;
    try {
      await post(path, { key: message.key, on });
    } catch (error) {
      failed.push({ message, error });
    }
  }
  return failed;
}

function Failures({ failed }: { failed: readonly Failed[] }) {
  const { t, say } = useLang();
  return (
    <div className="kern-alert kern-alert--danger" role="alert">
      <div className="kern-alert__header">
        <span className="kern-title">{t('owedFailed', { count: failed.length })}</span>
      </div>
      <div className="kern-alert__body">
        <ul>
          {failed.map(({ message, error }) => {
            const { title, reasons } = problemIn(error);
            const why = reasons.length > 0 ? reasons.map(say).join(' ') : title || t('offline');
            return (
              <li key={idOf(message)} className="kern-body">
                {message.name ?? message.journey}, {say(message.label)}: {why}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
