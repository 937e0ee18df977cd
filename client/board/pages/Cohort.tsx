/** Figures of all journeys somebody may see: where they stand, how they ended, what they ask of whom. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from 'wouter';
import type { Me } from '../../web/api/schemas.ts';
import type { Cohort as Answered } from '../../web/api/schemasOfFigures.ts';
import { get } from '../api.ts';
import { FigureBars } from '../cohort/FigureBars.tsx';
import { hidesAny } from '../cohort/figures.ts';
import { SpanForm } from '../cohort/SpanForm.tsx';
import { StackedColumns } from '../cohort/StackedColumns.tsx';
import { Statistics } from '../cohort/Statistics.tsx';
import { peoplePath, type Span, spanIn } from '../cohort/span.ts';
import { Workload } from '../cohort/Workload.tsx';
import { Answer } from '../parts/Answer.tsx';
import { today } from '../parts/dates.ts';
import { useSites } from '../parts/directory.ts';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { keys } from '../queries.ts';

type Role = Me['roles'][number];

const hasAny = ({ roles }: Pick<Me, 'roles'>, wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role));

export default function Cohort() {
  const { t } = useLang();
  const me = useMe();
  const span = spanIn(useSearch(), today());
  const sites = useSitesOf(me);
  const { from, to, site } = span;
  const asked = { from, to, site };
  const query = useQuery({
    queryKey: keys.lists('cohort', asked),
    queryFn: ({ signal }) => get<Answered>('/api/cohort', asked, signal),
    placeholderData: keepPreviousData,
  });
  const isWhole = me && hasAny(me, ['teamLead', 'dataProtection', 'funderAdviser']);
  return (
    <Page title={t('cohort')}>
      <p className="kern-body lead">{t(isWhole ? 'cohortLeadSites' : 'cohortLeadOwn')}</p>
      <SpanForm span={span} sites={sites} />
      <Answer query={query}>{(cohort) => <Charts cohort={cohort} span={span} />}</Answer>
      {isWhole && <Statistics span={span} />}
    </Page>
  );
}

/** The sites somebody may choose from. */
function useSitesOf(me: Me | undefined): readonly string[] {
  const all = useSites().data?.sites.map(({ id }) => id) ?? [];
  if (!me) return [];
  return me.sites.includes('*') ? all : me.sites;
}

function Charts({ cohort, span }: { cohort: Answered; span: Span }) {
  const { t, say } = useLang();
  const me = useMe();
  const { months, results, conflicts, workers } = cohort;
  const seesPeople = me !== undefined && hasAny(me, ['caseWorker', 'teamLead', 'dataProtection']);
  const isNow = months.at(-1)?.on === today() && span.site === '';
  const columnsOf = (of: 'phases' | 'conflicts') => months.map((month) => ({ on: month.on, ...month[of] }));
  const tables = [results, conflicts, ...columnsOf('phases'), ...columnsOf('conflicts')];
  return (
    <>
      {hidesAny(tables) && <p className="kern-body hidden-note">{t('cohortHiddenNote')}</p>}
      <div className="charts">
        <StackedColumns
          title={t('cohortPhasesOverTime')}
          help={t('cohortPhasesHelp')}
          columns={columnsOf('phases')}
          {...(seesPeople && isNow
            ? {
                linked: ({ key, label, figure }) =>
                  figure === 0 ? null : (
                    <Link href={peoplePath({ phase: key })} className="kern-link">
                      {say(label)}
                    </Link>
                  ),
              }
            : {})}
        />
        {workers && <Workload workers={workers} />}
        <FigureBars
          title={t('cohortResults')}
          help={t('cohortResultsHelp')}
          none={t('cohortResultsNone')}
          table={results}
        />
        <FigureBars
          title={t('cohortConflictsNow')}
          help={t('cohortConflictsNowHelp')}
          none={t('cohortConflictsNone')}
          table={conflicts}
        />
        <StackedColumns
          title={t('cohortConflictsOverTime')}
          help={t('cohortConflictsHelp')}
          columns={columnsOf('conflicts')}
        />
      </div>
    </>
  );
}
