/** All small parts of the board on one page. */
import { useState } from 'react';
import { ApiProblem } from '../../../client/board/api.ts';
import { AttentionBadge } from '../../../client/board/parts/Badge.tsx';
import { BarChart } from '../../../client/board/parts/BarChart.tsx';
import { Button } from '../../../client/board/parts/Button.tsx';
import { DateText } from '../../../client/board/parts/DateText.tsx';
import { Empty, Loading } from '../../../client/board/parts/Loading.tsx';
import { ProblemNote } from '../../../client/board/parts/ProblemNote.tsx';
import { type Sorting, Table } from '../../../client/board/parts/Table.tsx';
import { Tabs } from '../../../client/board/parts/Tabs.tsx';
import { Timeline } from '../../../client/board/parts/Timeline.tsx';
import { useToast } from '../../../client/board/parts/toast.tsx';

const problem = new ApiProblem({
  type: 'urn:wegbegleiter:problem:rule',
  title: 'So geht es nicht',
  status: 409,
  code: 'rule',
  reasons: [{ code: 'x', text: '', de: 'Es fehlt die Einwilligung.', en: 'The consent is missing.' }],
});

const bars = [
  { key: 'a', label: 'Vorphase', value: 12 },
  { key: 'b', label: 'Begleitende Phase', value: 30 },
  { key: 'c', label: 'Prüfung', value: null },
];

export function Gallery() {
  const toast = useToast();
  const [open, setOpen] = useState<'first' | 'second' | 'third'>('first');
  return (
    <>
      <Button look="primary" onClick={() => toast({ kind: 'success', text: 'Eingetragen' })}>
        Melden
      </Button>
      <p>
        {(['none', 'due', 'conflict', 'overdue', 'stuck'] as const).map((one) => (
          <AttentionBadge key={one} attention={one} />
        ))}
      </p>
      <p className="kern-body">
        <DateText value="2026-11-26" weekday /> · <DateText value="2026-11-26T13:30:00.000Z" />
      </p>
      <ProblemNote error={problem} />
      <Loading />
      <Empty>Hier ist nichts.</Empty>
      <Tabs
        label="Reiter"
        tabs={[
          { key: 'first', label: 'Eins' },
          { key: 'second', label: 'Zwei' },
          { key: 'third', label: 'Drei' },
        ]}
        open={open}
        onOpen={setOpen}
      >
        <p className="kern-body">Inhalt {open}</p>
      </Tabs>
      <Timeline
        label="Verlauf"
        items={[
          { key: '1', at: '2026-11-26', title: 'Aufgenommen', content: 'Von Beispiel Begleitung Eins' },
          { key: '2', at: '2026-11-01', title: 'Zugang', isPast: true },
        ]}
      />
      <BarChart title="Begleitungen nach Phase" bars={bars} withheld="unter 3" />
      <SortedTable />
    </>
  );
}

function SortedTable() {
  const [sorting, setSorting] = useState<Sorting<'name' | 'value'>>({ by: 'name', order: 'asc' });
  return (
    <Table
      caption="Tabelle"
      showCaption
      rows={bars}
      rowKey={({ key }) => key}
      sorting={sorting}
      onSort={setSorting}
      columns={[
        { key: 'name', label: 'Name', cell: ({ label }) => label, isHead: true, sortable: true },
        { key: 'value', label: 'Anzahl', cell: ({ value }) => value ?? '–', numeric: true, sortable: true },
      ]}
    />
  );
}
