/** What narrows the list down. On a phone all but the search is a click away. */
import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { caseWorkersIn, useStaff } from '../parts/directory.ts';
import { SelectField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { attentionLooks, phaseWords } from '../parts/names.ts';
import type { WordKey } from '../words.ts';
import { dueDays, everybody, type Filter, isNarrowed, type Sort, sorts } from './address.ts';

export interface FiltersProps {
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Whether journeys of several case workers may be among them. */
  readonly hasWorkers: boolean;
}

export const sortWords = {
  attention: 'columnAttention',
  name: 'columnParticipant',
  phase: 'columnPhase',
  nextDeadline: 'columnNext',
  caseWorker: 'columnCaseWorker',
} as const satisfies Record<Sort, WordKey>;

export function Filters({ filter, onChange, hasWorkers }: FiltersProps) {
  const { t } = useLang();
  const id = useId();
  const [isOpen, setOpen] = useState(isNarrowed({ ...filter, q: '' }));
  return (
    <search className="filters">
      <Search filter={filter} onChange={onChange} id={`${id}-q`} />
      <div className="filters__toggle">
        <Button aria-expanded={isOpen} aria-controls={`${id}-more`} onClick={() => setOpen(!isOpen)}>
          {t('participantsFilters')}
        </Button>
      </div>
      <div id={`${id}-more`} className={`filters__more${isOpen ? ' filters__more--open' : ''}`}>
        <Choosers id={id} filter={filter} onChange={onChange} hasWorkers={hasWorkers} />
      </div>
      {isNarrowed(filter) && (
        <Button
          look="tertiary"
          onClick={() => onChange({ ...everybody, sort: filter.sort, order: filter.order })}
        >
          {t('participantsReset')}
        </Button>
      )}
    </search>
  );
}

/** The list follows when typing pauses. */
function Search({ filter: { q }, onChange, id }: Pick<FiltersProps, 'filter' | 'onChange'> & { id: string }) {
  const { t } = useLang();
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  if (q !== asked) {
    setAsked(q);
    if (q !== typed.trim()) setTyped(q);
  }
  useEffect(() => {
    if (typed.trim() === q) return;
    const timer = setTimeout(() => onChange({ q: typed.trim() }), 300);
    return () => clearTimeout(timer);
  }, [typed, q, onChange]);
  return (
    <TextField
      id={id}
      label={t('participantsSearch')}
      required
      type="search"
      value={typed}
      onChange={setTyped}
    />
  );
}

function Choosers({ id, filter, onChange, hasWorkers }: FiltersProps & { id: string }) {
  const { t } = useLang();
  const chooser = (key: 'phase' | 'attention' | 'due' | 'sort', label: WordKey, options: ReactNode) => (
    <SelectField
      id={`${id}-${key}`}
      label={t(label)}
      required
      value={filter[key]}
      onChange={(value) => onChange({ [key]: value })}
    >
      {options}
    </SelectField>
  );
  return (
    <>
      {chooser('phase', 'participantsPhase', <PhaseOptions />)}
      {chooser('attention', 'participantsAttention', <AttentionOptions />)}
      {hasWorkers && <WorkerChooser id={id} filter={filter} onChange={onChange} />}
      {chooser('due', 'participantsDue', <DueOptions />)}
      <div className="filters__sort">
        {chooser(
          'sort',
          'participantsSort',
          sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(sortWords[sort])}
            </option>
          )),
        )}
      </div>
    </>
  );
}

function PhaseOptions() {
  const { t } = useLang();
  return (
    <>
      <option value="">{t('participantsRunning')}</option>
      {Object.entries(phaseWords).map(([phase, word]) => (
        <option key={phase} value={phase}>
          {t(word)}
        </option>
      ))}
      <option value="all">{t('participantsAll')}</option>
    </>
  );
}

function AttentionOptions() {
  const { t } = useLang();
  return (
    <>
      <option value="">{t('participantsAll')}</option>
      {Object.entries(attentionLooks).map(([attention, { word }]) => (
        <option key={attention} value={attention}>
          {t(word)}
        </option>
      ))}
    </>
  );
}

function DueOptions() {
  const { t } = useLang();
  return (
    <>
      <option value="">{t('participantsDueAny')}</option>
      {dueDays.map((days) => (
        <option key={days} value={days}>
          {days === 0 ? t('participantsDueNow') : t('participantsDueDays', { days })}
        </option>
      ))}
    </>
  );
}

function WorkerChooser({ id, filter, onChange }: Omit<FiltersProps, 'hasWorkers'> & { id: string }) {
  const { t } = useLang();
  const workers = caseWorkersIn(useStaff().data?.staff ?? []);
  const isKnown = workers.some((one) => one.id === filter.caseWorker);
  return (
    <SelectField
      id={`${id}-worker`}
      label={t('participantsWorker')}
      required
      value={filter.caseWorker}
      onChange={(caseWorker) => onChange({ caseWorker })}
    >
      <option value="">{t('participantsAll')}</option>
      {workers.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
      {filter.caseWorker !== '' && !isKnown && <option value={filter.caseWorker}>{filter.caseWorker}</option>}
    </SelectField>
  );
}
