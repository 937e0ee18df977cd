/** Messages that the funder is owed, to be chosen and marked as gone. */
import { Link } from 'wouter';
import { journeyPath } from '../areas.ts';
import { Badge } from '../parts/Badge.tsx';
import { useCatalogue } from '../parts/catalogue.ts';
import { DateText } from '../parts/DateText.tsx';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { detailsOf, idOf, isOwed, type Message } from './owed.ts';

export interface OwedListProps {
  readonly messages: readonly Message[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

const looks = { open: 'info', transmitted: 'success', corrected: 'warning', former: 'info' } as const;

export function OwedList({ messages, chosen, onChoose }: OwedListProps) {
  const language = useLang();
  const { t, say } = language;
  const catalogue = useCatalogue().data;
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <Table
      caption={t('owed')}
      rows={messages}
      rowKey={idOf}
      columns={[
        {
          key: 'choose',
          label: t('owedChoose'),
          cell: (one) =>
            isOwed(one) && (
              <Box
                message={one}
                isChosen={chosen.has(idOf(one))}
                onChange={(isChosen) => choose(idOf(one), isChosen)}
              />
            ),
        },
        {
          key: 'who',
          label: t('columnParticipant'),
          isHead: true,
          cell: ({ journey, name }) => (
            <Link href={journeyPath(journey)} className="kern-link">
              {name ?? journey}
            </Link>
          ),
        },
        {
          key: 'what',
          label: t('owedMessage'),
          cell: (one) => [say(one.label), ...detailsOf(one, language, catalogue)].join(', '),
        },
        { key: 'on', label: t('owedOn'), cell: ({ on }) => <DateText value={on} /> },
        { key: 'status', label: t('columnAttention'), cell: (one) => <Status message={one} /> },
      ]}
    />
  );
}

interface BoxProps {
  readonly message: Message;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}

function Box({ message, isChosen, onChange }: BoxProps) {
  const language = useLang();
  const { t, say } = language;
  const { label, name, journey, on } = message;
  return (
    <span className="kern-form-check row-check">
      <input
        id={`owed-${idOf(message)}`}
        type="checkbox"
        className="kern-form-check__checkbox"
        checked={isChosen}
        onChange={({ target }) => onChange(target.checked)}
      />
      <label className="kern-label" htmlFor={`owed-${idOf(message)}`}>
        <span className="kern-sr-only">
          {t('owedChooseOne', { what: say(label), who: name ?? journey, on })}
        </span>
      </label>
    </span>
  );
}

function Status({ message: { status, statusLabel, transmittedOn } }: { message: Message }) {
  const { say } = useLang();
  return (
    <span className="standing">
      {status === 'former' ? (
        <span className="quiet">{say(statusLabel)}</span>
      ) : (
        <Badge look={looks[status]}>{say(statusLabel)}</Badge>
      )}
      {transmittedOn && <DateText value={transmittedOn} />}
    </span>
  );
}
