/** Making a paper: a report (LuV), the sheet of a month's hours, a letter. What is made is kept and can be downloaded. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import type { NewDocument } from '../../web/api/schemasOfPapers.ts';
import { post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { monthText } from '../parts/dates.ts';
import { SelectField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useToast } from '../parts/toast.tsx';
import { keys } from '../queries.ts';
import { letterWords, reportWords } from './Papers.tsx';
import { apiPath, useShown } from './shown.ts';

export function MakePaper() {
  const { id: journey } = useShown();
  const { t } = useLang();
  const id = useId();
  const queries = useQueryClient();
  const toast = useToast();
  const [chosen, setChosen] = useState('');
  const [isAsked, setAsked] = useState(false);
  const making = useMutation({
    mutationFn: (paper: NewDocument) =>
      post<{ id: string; nameless: boolean }>(apiPath(journey, '/documents'), paper),
    onSuccess: async ({ nameless }) => {
      toast({ kind: nameless ? 'info' : 'success', text: t(nameless ? 'paperNameless' : 'paperMade') });
      setAsked(false);
      await queries.invalidateQueries({ queryKey: keys.journey(journey, 'documents') });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const paper = paperNamed(chosen);
    if (!paper) document.getElementById(id)?.focus();
    else if (!making.isPending) making.mutate(paper);
  };
  return (
    <form className="inline-form" noValidate onSubmit={submit} aria-label={t('paperMake')}>
      <SelectField
        id={id}
        label={t('paperWhich')}
        required
        error={isAsked && chosen === '' ? t('faultMissing') : undefined}
        value={chosen}
        onChange={setChosen}
      >
        <Options />
      </SelectField>
      <Button look="primary" type="submit" icon="draft" busy={making.isPending}>
        {t('paperMake')}
      </Button>
      {making.error && <ProblemNote error={making.error} />}
    </form>
  );
}

/** The paper that an option stands for: `luv/trainingYear/2`, `monthSheet/2026-10`, `letter/examRegistration`. Pure. */
export function paperNamed(option: string): NewDocument | undefined {
  const [kind, which = '', year] = option.split('/');
  if (kind === 'monthSheet') return { kind, month: which };
  if (kind === 'letter') return { kind, letter: which as Extract<NewDocument, { kind: 'letter' }>['letter'] };
  if (kind !== 'luv') return undefined;
  const report = which as Extract<NewDocument, { kind: 'luv' }>['report'];
  return year === undefined ? { kind, report } : { kind, report, year: Number(year) };
}

function Options() {
  const shown = useShown();
  const { t, say, lang } = useLang();
  const years = yearsOf(shown.view.facts.contract);
  return (
    <>
      <option value="">{t('choose')}</option>
      <optgroup label={t('paperReports')}>
        {Object.entries(reportWords(shown)).flatMap(([report, label]) =>
          report === 'trainingYear'
            ? years.map((year) => (
                <option key={`${report}${year}`} value={`luv/${report}/${year}`}>
                  {say(label)} ({t('trainingYear', { year })})
                </option>
              ))
            : [
                <option key={report} value={`luv/${report}`}>
                  {say(label)}
                </option>,
              ],
        )}
      </optgroup>
      <optgroup label={t('paperMonthSheets')}>
        {lastMonths(shown.view.now, 6).map((month) => (
          <option key={month} value={`monthSheet/${month}`}>
            {monthText(month, lang)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t('paperLetters')}>
        {Object.entries(letterWords).map(([letter, word]) => (
          <option key={letter} value={`letter/${letter}`}>
            {t(word)}
          </option>
        ))}
      </optgroup>
    </>
  );
}

/** The training years of a contract. Pure. */
const yearsOf = (contract: { readonly start: string; readonly end: string } | undefined): number[] => {
  if (!contract) return [];
  const years = Number(contract.end.slice(0, 4)) - Number(contract.start.slice(0, 4));
  return Array.from({ length: Math.min(5, Math.max(1, years)) }, (_, at) => at + 1);
};

/** This month and those before it, the newest first. Pure. */
export function lastMonths(now: string, count: number): string[] {
  const [year = 0, month = 1] = now.slice(0, 7).split('-').map(Number);
  return Array.from({ length: count }, (_, at) =>
    new Date(Date.UTC(year, month - 1 - at, 15)).toISOString().slice(0, 7),
  );
}
