/** Which days and which site the figures are of. */
import { type FormEvent, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { Button } from '../parts/Button.tsx';
import { today } from '../parts/dates.ts';
import { SelectField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import type { WordKey } from '../words.ts';
import { cohortPath, type Preset, presetSpan, presets, type Span } from './span.ts';

const presetWords = {
  twelveMonths: 'cohortTwelveMonths',
  thisYear: 'cohortThisYear',
  lastYear: 'cohortLastYear',
} as const satisfies Record<Preset, WordKey>;

export function SpanForm({ span, sites }: { span: Span; sites: readonly string[] }) {
  const { t } = useLang();
  return (
    <div className="span-form">
      <nav aria-label={t('cohortSpan')} className="span-form__presets">
        {presets.map((preset) => {
          const days = presetSpan(preset, today());
          const isShown = days.from === span.from && days.to === span.to;
          return (
            <Link
              key={preset}
              href={cohortPath({ ...days, site: span.site })}
              replace
              className="chip kern-body"
              aria-current={isShown ? 'true' : undefined}
            >
              {t(presetWords[preset])}
            </Link>
          );
        })}
      </nav>
      <Fields key={cohortPath(span)} span={span} sites={sites} />
    </div>
  );
}

/** What is wrong with the days of a span. Pure. */
function faultsOf({ from, to }: Span): { readonly from?: WordKey; readonly to?: WordKey } {
  return {
    ...(from === '' ? { from: 'cohortNoDay' } : {}),
    ...(to === '' ? { to: 'cohortNoDay' } : to < from ? { to: 'cohortBackwards' } : {}),
  };
}

function Fields({ span, sites }: { span: Span; sites: readonly string[] }) {
  const { t } = useLang();
  const [draft, setDraft] = useState(span);
  const [isAsked, setAsked] = useState(false);
  const [, navigate] = useLocation();
  const faults = faultsOf(draft);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(faults).length === 0) navigate(cohortPath(draft), { replace: true });
  };
  const day = (which: 'from' | 'to') => (
    <TextField
      id={`cohort-${which}`}
      type="date"
      label={t(which === 'from' ? 'cohortFrom' : 'cohortTo')}
      required
      isShort
      error={isAsked && faults[which] ? t(faults[which]) : undefined}
      value={draft[which]}
      onChange={(value) => setDraft({ ...draft, [which]: value })}
    />
  );
  return (
    <form className="span-form__fields" noValidate onSubmit={onSubmit}>
      {day('from')}
      {day('to')}
      {sites.length > 1 && (
        <SelectField
          id="cohort-site"
          label={t('cohortSite')}
          required
          value={draft.site}
          onChange={(site) => setDraft({ ...draft, site })}
        >
          <option value="">{t('cohortEverySite')}</option>
          {sites.map((site) => (
            <option key={site}>{site}</option>
          ))}
        </SelectField>
      )}
      <Button type="submit">{t('cohortShow')}</Button>
    </form>
  );
}
