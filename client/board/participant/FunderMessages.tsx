/** What the funder is owed word of, and noting that it has gone. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FunderMessages as Answered } from '../../web/api/schemasOfPapers.ts';
import { get, post } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { today } from '../parts/dates.ts';
import { type Language, useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useToast } from '../parts/toast.tsx';
import { keys } from '../queries.ts';
import { reportWords } from './Papers.tsx';
import { apiPath, type Shown, useShown } from './shown.ts';

type Message = Answered['messages'][number];

export function FunderMessages() {
  const { id } = useShown();
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.journey(id, 'funder'),
    queryFn: ({ signal }) => get<Answered>('/api/funder-messages', { journey: id }, signal),
  });
  return (
    <Answer query={query}>
      {({ messages }) =>
        messages.length === 0 ? (
          <p className="kern-body kern-body--muted">{t('funderNone')}</p>
        ) : (
          <ul className="plain-list items">
            {messages.toReversed().map((message) => (
              <One key={message.key} message={message} />
            ))}
          </ul>
        )
      }
    </Answer>
  );
}

const looks = { open: 'warning', transmitted: 'success', corrected: 'warning', former: 'info' } as const;

/** What a message is about; of a report also which one. */
function whatOf({ label, fields }: Message, shown: Shown, say: Language['say']): string {
  const report = reportWords(shown)[String(fields.report)];
  return report ? `${say(label)}: ${say(report)}` : say(label);
}

function One({ message }: { message: Message }) {
  const shown = useShown();
  const { id } = shown;
  const { key, on, status, statusLabel, transmittedOn } = message;
  const { t, say } = useLang();
  const what = whatOf(message, shown, say);
  const queries = useQueryClient();
  const toast = useToast();
  const marking = useMutation({
    mutationFn: () => post(apiPath(id, '/funder-messages/transmitted'), { key, on: today() }),
    onSuccess: async () => {
      toast({ kind: 'success', text: t('funderMarked', { what: what }) });
      await queries.invalidateQueries({ queryKey: keys.journey(id, 'funder') });
    },
  });
  const isOwed = status === 'open' || status === 'corrected';
  return (
    <li className="item kern-body">
      <span className="standing">
        {what}, <DateText value={on} /> <Badge look={looks[status]}>{say(statusLabel)}</Badge>
        {transmittedOn && <DateText value={transmittedOn} />}
      </span>
      {isOwed && (
        <Button busy={marking.isPending} onClick={() => marking.mutate()}>
          {t('funderMark')}
          <span className="kern-sr-only">: {what}</span>
        </Button>
      )}
      {marking.error && <ProblemNote error={marking.error} />}
    </li>
  );
}
