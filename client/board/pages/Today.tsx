/** What is asked of somebody now, most urgent first, each a click from being done. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting, Today as TodayAnswer } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { answerTo, type Settling } from '../deeds.ts';
import { twinsAmong } from '../participants/twins.ts';
import { Answer } from '../parts/Answer.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Page } from '../parts/Page.tsx';
import { useMe } from '../parts/session.tsx';
import { useBackToHeading } from '../parts/useBackToHeading.ts';
import { keys } from '../queries.ts';
import { GroupOfMatters, useLabel } from '../today/GroupOfMatters.tsx';
import { MeetingsOfWeek } from '../today/MeetingsOfWeek.tsx';
import { groupsOf, type Matter } from '../today/matters.ts';
import { Offers } from '../today/Offers.tsx';
import { SettleDialog } from '../today/SettleDialog.tsx';
import '../today/today.css';

export default function Today() {
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.lists('today'),
    queryFn: ({ signal }) => get<TodayAnswer>('/api/today', {}, signal),
  });
  return (
    <Page title={t('today')}>
      <Answer query={query}>{(today) => <Everything today={today} />}</Answer>
    </Page>
  );
}

function Everything({ today }: { today: TodayAnswer }) {
  const { t } = useLang();
  const roles: readonly string[] = useMe()?.roles ?? [];
  const [settling, setSettling] = useState<Matter>();
  const backToHeading = useBackToHeading();
  const groups = groupsOf(today, roles.includes('caseWorker') ? 'worker' : 'lead');
  const about = [...today.deadlines, ...today.notices];
  const twins = twinsAmong(about.map(({ journey: id, name }) => ({ id, name })));
  const isDone = groups.length + today.handovers.length === 0;
  const done = (): void => {
    setSettling(undefined);
    // The button that was pressed is about to go.
    backToHeading();
  };
  return (
    <div className="today">
      <div className="today__matters">
        {isDone && <Empty>{t('todayAllDone')}</Empty>}
        {today.handovers.length > 0 && <Offers offers={today.handovers} onDone={done} />}
        {groups.map((group) => (
          <GroupOfMatters key={group.urgency} group={group} twins={twins} onSettle={setSettling} />
        ))}
      </div>
      <MeetingsOfWeek
        meetings={today.meetings}
        today={today.today}
        onSettle={(meeting) => setSettling(matterOf(meeting))}
      />
      {settling && <Settle matter={settling} onClose={() => setSettling(undefined)} onDone={done} />}
    </div>
  );
}

interface SettleProps {
  readonly matter: Matter;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Settle({ matter, onClose, onDone }: SettleProps) {
  const { t } = useLang();
  const label = useLabel(matter);
  const answer = answerTo(matter);
  const { journey, name, item } = matter;
  if ('why' in answer) return null;
  const settling: Settling = answer;
  const title = t('settleAbout', { label, name: name ?? journey });
  return <SettleDialog {...{ journey, title, settling, item, onClose, onDone }} />;
}

/** A meeting is answered as its record is, be it moved or held. */
const matterOf = ({ journey, name, key, startsAt }: Meeting): Matter => ({
  ...{ id: key, journey, name, topic: 'meetingRecord', urgency: 'due', dueOn: startsAt.slice(0, 10) },
  label: { de: 'Reflexionsgespräch', en: 'Reflection meeting' },
});
