/** The figures that funders get, small numbers hidden, to read and to take along. */
import { useQuery } from '@tanstack/react-query';
import type { Statistics as Answered, Figure } from '../../web/api/schemasOfFigures.ts';
import { get } from '../api.ts';
import { DownloadLink } from '../office/Download.tsx';
import { Answer } from '../parts/Answer.tsx';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';
import type { Text } from '../words.ts';
import { figureText } from './figures.ts';
import type { Span } from './span.ts';

export function Statistics({ span }: { span: Span }) {
  const { t } = useLang();
  const { from, to, site } = span;
  const asked = { from, to, site };
  const query = useQuery({
    queryKey: keys.lists('statistics', asked),
    queryFn: ({ signal }) => get<Answered>('/api/statistics', asked, signal),
  });
  return (
    <section aria-labelledby="statistics">
      <h2 id="statistics" className="kern-heading-medium">
        {t('cohortStatistics')}
      </h2>
      <p className="kern-body lead">{t('cohortStatisticsHelp')}</p>
      <div className="downloads">
        <DownloadLink path="/api/statistics" query={{ ...asked, format: 'pdf' }}>
          {t('cohortAsPdf')}
        </DownloadLink>
        <DownloadLink path="/api/statistics" query={{ ...asked, format: 'csv' }}>
          {t('cohortAsCsv')}
        </DownloadLink>
      </div>
      <Answer query={query}>{(answered) => <Tables answered={answered} />}</Answer>
    </section>
  );
}

interface Line {
  readonly key: string;
  /** Nothing for the total. */
  readonly label?: Text;
  readonly figure: Figure;
}

function Tables({ answered: { statistics, words } }: { answered: Answered }) {
  const tables = Object.entries(statistics.tables).map(([name, { rows, total }]) => ({
    name,
    title: words.tables[name] ?? asIs(name),
    lines: [
      ...rows.map(({ key, figure }): Line => ({ key, figure, label: words.rows[name]?.[key] ?? asIs(key) })),
      ...(total === undefined ? [] : [{ key: 'total', figure: total }]),
    ],
  }));
  return (
    <div className="figure-tables">
      {tables.map(({ name, title, lines }) => (
        <Figures key={name} title={title} lines={lines} />
      ))}
      <Lengths answered={{ statistics, words }} />
    </div>
  );
}

const asIs = (code: string): Text => ({ de: code, en: code });

function Figures({ title, lines }: { title: Text; lines: readonly Line[] }) {
  const { t, say } = useLang();
  return (
    <Table
      caption={say(title)}
      showCaption
      isNarrow
      rows={lines}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'group',
          label: t('chartGroup'),
          cell: ({ label }) => (label ? say(label) : t('cohortTotal')),
          isHead: true,
        },
        { key: 'figure', label: t('chartValue'), cell: ({ figure }) => figureText(figure), numeric: true },
      ]}
    />
  );
}

function Lengths({ answered: { statistics, words } }: { answered: Answered }) {
  const { t, say } = useLang();
  const text = (length: (typeof statistics.lengths)['journey']): string => {
    if (length === 'few') return t('cohortTooFew');
    if (length === 'none') return t('cohortNone');
    return t('cohortDays', { lower: length.lower, median: length.median, upper: length.upper });
  };
  return (
    <Table
      caption={t('cohortLengths')}
      showCaption
      isNarrow
      rows={Object.entries(statistics.lengths)}
      rowKey={([name]) => name}
      columns={[
        {
          key: 'group',
          label: t('chartGroup'),
          cell: ([name]) => say(words.lengths[name] ?? asIs(name)),
          isHead: true,
        },
        { key: 'length', label: t('cohortLength'), cell: ([, length]) => text(length) },
      ]}
    />
  );
}
