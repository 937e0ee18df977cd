/** Proposes journeys, or a whole caseload, to another case worker: whom, what each would answer, and what each has answered. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Cards, Outcome, Outcomes, StaffMember } from '../../web/api/schemas.ts';
import { get, post } from '../api.ts';
import type { ChosenCard } from '../participants/chosen.ts';
import { CheckedTable, OutcomeTable } from '../several/SeveralSteps.tsx';
import type { SeveralSaid } from '../several/several.ts';
import { type Several, useSeveral } from '../several/useSeveral.ts';
import { Answer } from './Answer.tsx';
import { SeveralActions } from './BulkDialog.tsx';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { dayText } from './dates.ts';
import { caseWorkersIn, useStaff } from './directory.ts';
import { Check, FieldGroup } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { SelectField } from './inputs.tsx';
import { type Language, useLang } from './lang.tsx';
import { ProblemNote } from './ProblemNote.tsx';

export interface HandoverDialogProps {
  /** Which journeys; a whole caseload where left out. */
  readonly cards?: readonly ChosenCard[] | undefined;
  /** Whose caseload; chosen in the dialog where left out. */
  readonly from?: string | undefined;
  readonly onClose: (outcomes?: readonly Outcome[]) => void;
}

interface Proposal extends SeveralSaid {
  readonly to: string;
  /** Whose whole caseload it is. */
  readonly from?: string | undefined;
}

export function HandoverDialog({ cards, from, onClose }: HandoverDialogProps) {
  const { t } = useLang();
  const staff = useStaff();
  const several = useSeveral<Proposal>(propose);
  const { outcomes, checked, isEntering } = several;
  return (
    <Dialog
      title={t('handoverTitle')}
      onClose={isEntering ? undefined : () => onClose(outcomes)}
      actions={<SeveralActions several={several} onClose={() => onClose(outcomes)} />}
    >
      {several.enterError !== null && <ProblemNote error={several.enterError} />}
      {outcomes ? <OutcomeTable outcomes={outcomes} /> : checked && <CheckedTable checked={checked} />}
      <div hidden={checked !== undefined}>
        <Answer query={staff}>
          {(known) => (
            <HandoverForm
              {...{ cards, from, several }}
              workers={caseWorkersIn(known.staff)}
              onCancel={() => onClose()}
            />
          )}
        </Answer>
      </div>
    </Dialog>
  );
}

/** Proposes those that would take it. */
async function propose(cards: readonly ChosenCard[], { to }: Proposal, key: string): Promise<Outcome[]> {
  const journeys = cards.map(({ id }) => id);
  const { results } = await post<Outcomes>('/api/handover', { to, journeys }, { key });
  return results;
}

interface HandoverFormProps extends Pick<HandoverDialogProps, 'cards' | 'from'> {
  readonly several: Several<Proposal>;
  readonly workers: readonly StaffMember[];
  readonly onCancel: () => void;
}

function HandoverForm({ cards, from: known, several, workers, onCancel }: HandoverFormProps) {
  const { t } = useLang();
  const [from, setFrom] = useState(known ?? '');
  const [to, setTo] = useState('');
  const isWhole = cards === undefined;
  const loading = useMutation({
    mutationFn: () => (cards ? Promise.resolve(cards) : caseloadOf(from)),
    onSuccess: (all) => {
      const statement = { event: { type: 'handover.proposed', to } };
      if (all.length > 0) several.check(all, { statement, to });
    },
  });
  const isReady = to !== '' && (!isWhole || from !== '');
  const error = loading.error ?? several.checkError;
  return (
    <div className="event-form">
      <p className="kern-body">{t('handoverHelp')}</p>
      {error !== null && <ProblemNote error={error} />}
      {loading.data?.length === 0 && <p className="kern-body">{t('handoverNone')}</p>}
      {isWhole && (
        <WorkerField value={from} workers={workers} isKnown={known !== undefined} onChange={setFrom} />
      )}
      <Receivers workers={workers.filter(({ id }) => id !== from)} value={to} onChange={setTo} />
      <Overload
        worker={workers.find(({ id }) => id === to)}
        more={cards?.length ?? workers.find(({ id }) => id === from)?.journeys ?? 0}
      />
      <div className="form-actions">
        <Button
          look="primary"
          disabled={!isReady}
          busy={loading.isPending || several.isChecking}
          onClick={() => loading.mutate()}
        >
          {t('bulkCheck')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </div>
  );
}

const most = 200;

/** The running journeys of a case worker, as far as the caller sees them. */
async function caseloadOf(caseWorker: string): Promise<ChosenCard[]> {
  const found: ChosenCard[] = [];
  for (let offset = 0; ; offset += most) {
    const page = { caseWorker, sort: 'id', limit: most, offset };
    const { items, total } = await get<Cards>('/api/journeys', page);
    found.push(...items.filter(({ phase }) => phase !== 'closed'));
    if (offset + most >= total) return found;
  }
}

interface WorkerFieldProps {
  readonly value: string;
  readonly workers: readonly StaffMember[];
  readonly isKnown: boolean;
  readonly onChange: (worker: string) => void;
}

function WorkerField({ value, workers, isKnown, onChange }: WorkerFieldProps) {
  const { t } = useLang();
  const isListed = workers.some(({ id }) => id === value);
  return (
    <SelectField id="handover-from" label={t('handoverFrom')} required value={value} onChange={onChange}>
      {!isKnown && <option value="">{t('choose')}</option>}
      {value !== '' && !isListed && <option value={value}>{value}</option>}
      {workers
        .filter(({ id }) => !isKnown || id === value)
        .map(({ id, name, journeys }) => (
          <option key={id} value={id}>
            {t('handoverWorker', { name, load: t('handoverLoadOpen', { journeys }) })}
          </option>
        ))}
    </SelectField>
  );
}

type ReceiversProps = Omit<WorkerFieldProps, 'isKnown'>;

/** To whom it may go, with how much they have to do and when they are away. */
function Receivers({ workers, value, onChange }: ReceiversProps) {
  const language = useLang();
  const { t } = language;
  if (workers.length === 0) return <p className="kern-body">{t('handoverNobodyElse')}</p>;
  return (
    <FieldGroup id="handover-to" label={t('handoverTo')} required>
      {workers.map((worker, at) => (
        <Check
          key={worker.id}
          id={at === 0 ? 'handover-to' : `handover-to-${worker.id}`}
          type="radio"
          name="handover-to"
          label={workerText(worker, language)}
          checked={worker.id === value}
          onChange={() => onChange(worker.id)}
        />
      ))}
    </FieldGroup>
  );
}

/** Not refused: who leads the team may know better. */
function Overload({ worker, more }: { worker: StaffMember | undefined; more: number }) {
  const { t } = useLang();
  if (!worker || worker.capacity === null || worker.journeys + more <= worker.capacity) return null;
  const { journeys, capacity } = worker;
  return (
    <div className="kern-alert kern-alert--warning" role="status">
      <div className="kern-alert__header">
        <Icon name="warning" />
        <span className="kern-title">{t('handoverFull', { journeys: journeys + more, capacity })}</span>
      </div>
    </div>
  );
}

function workerText({ name, journeys, capacity, absences }: StaffMember, { t, lang }: Language): string {
  const load =
    capacity === null ? t('handoverLoadOpen', { journeys }) : t('handoverLoad', { journeys, capacity });
  const away = absences.map(({ from, until }) =>
    t('handoverAway', { from: dayText(from, lang), until: dayText(until, lang) }),
  );
  return [t('handoverWorker', { name, load }), ...away].join(', ');
}
