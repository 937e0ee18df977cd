/** Papers of a journey: those made, making others, and what the funder is owed word of. */
import { useQuery } from '@tanstack/react-query';
import type { Documents } from '../../web/api/schemasOfPapers.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { DateText } from '../parts/DateText.tsx';
import { monthText } from '../parts/dates.ts';
import { Icon } from '../parts/Icon.tsx';
import { Empty } from '../parts/Loading.tsx';
import { type Language, useLang } from '../parts/lang.tsx';
import { keys } from '../queries.ts';
import type { WordKey } from '../words.ts';
import { FunderMessages } from './FunderMessages.tsx';
import { MakePaper } from './MakePaper.tsx';
import { Say } from './Say.tsx';
import { apiPath, type Shown, useShown } from './shown.ts';

export function Papers() {
  const shown = useShown();
  const { t } = useLang();
  const mayMake = shown.roles.some((role) => role === 'caseWorker' || role === 'teamLead');
  const query = useQuery({
    queryKey: keys.journey(shown.id, 'documents'),
    queryFn: ({ signal }) => get<Documents>(apiPath(shown.id, '/documents'), {}, signal),
  });
  return (
    <>
      {mayMake && <MakePaper />}
      <h2 className="kern-heading-medium">{t('papersMade')}</h2>
      <Answer query={query}>{({ documents }) => <Made documents={documents} />}</Answer>
      {mayMake && (
        <>
          <h2 className="kern-heading-medium">{t('reportsTitle')}</h2>
          <Reports />
          <h2 className="kern-heading-medium">{t('funderMessages')}</h2>
          <FunderMessages />
        </>
      )}
    </>
  );
}

function Made({ documents }: Documents) {
  const shown = useShown();
  const language = useLang();
  const { t } = language;
  if (documents.length === 0) return <Empty>{t('papersNone')}</Empty>;
  return (
    <ul className="plain-list items">
      {documents.toReversed().map(({ id, kind, madeAt }) => (
        <li key={id} className="item kern-body">
          <span>
            <strong>{paperText(kind, shown, language)}</strong>, {t('paperMadeAt')}{' '}
            <DateText value={madeAt} />
          </span>
          <a
            className="step-link"
            href={apiPath(shown.id, `/documents/${encodeURIComponent(id)}`)}
            download={`${id}.pdf`}
          >
            <Icon name="download" />
            <span>{t('download')}</span>
            <span className="kern-sr-only">: {paperText(kind, shown, language)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export const letterWords = {
  contractRegistration: 'letterContractRegistration',
  examRegistration: 'letterExamRegistration',
  extensionDemand: 'letterExtensionDemand',
} as const satisfies Record<string, WordKey>;

/** What a report is called. Pure. */
export const reportWords = ({ catalogue }: Pick<Shown, 'catalogue'>) =>
  catalogue.events.find(({ type }) => type === 'report.submitted')?.words.report?.values ?? {};

/** A paper by what it is: `luv-trainingYear-2`, `month-sheet-2026-10`, `letter-examRegistration`. Pure. */
export function paperText(kind: string, shown: Pick<Shown, 'catalogue'>, { t, say, lang }: Language): string {
  const [, family, rest = ''] = /^(luv|month-sheet|letter)-(.+)$/.exec(kind) ?? [];
  if (family === 'month-sheet') return t('monthSheetOf', { month: monthText(rest, lang) });
  if (family === 'letter' && Object.hasOwn(letterWords, rest))
    return t(letterWords[rest as keyof typeof letterWords]);
  const [report = '', year] = rest.split('-');
  const label = reportWords(shown)[report];
  if (family !== 'luv' || !label) return kind;
  return t('luvOf', { report: say(label) }) + (year ? ` (${t('trainingYear', { year })})` : '');
}

/** Reports by how far they are, and what may be entered of them. */
function Reports() {
  const shown = useShown();
  const { t, say } = useLang();
  const labels = reportWords(shown);
  const rows = Object.entries(shown.view.facts.reports).sort(([, a], [, b]) => b.on.localeCompare(a.on));
  return (
    <>
      {rows.length === 0 && <p className="kern-body kern-body--muted">{t('reportsNone')}</p>}
      <ul className="plain-list">
        {rows.map(([key, { status, on }]) => {
          const [kind = '', , year] = key.split('/');
          return (
            <li key={key} className="kern-body">
              {say(labels[kind] ?? { de: kind, en: kind })}
              {year && ` (${t('trainingYear', { year })})`}: {t(reportStatus[status])} <DateText value={on} />
            </li>
          );
        })}
      </ul>
      <div className="say-row">
        {['report.drafted', 'report.submitted', 'report.corrected'].map((type) => (
          <Say key={type} type={type} look="secondary" />
        ))}
      </div>
    </>
  );
}

const reportStatus = {
  drafted: 'reportDrafted',
  submitted: 'reportSubmitted',
  corrected: 'reportCorrected',
} as const;
