/** The way of a journey: milestones reached, the next one, those expected. A bar for the eye, a list for screen readers. */
import { useEffect, useRef } from 'react';
import { DateText } from '../parts/DateText.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { useShown } from './shown.ts';

export function Milestones() {
  const { t, say } = useLang();
  const { milestones } = useShown().view;
  const last = milestones.findLastIndex(({ reachedOn }) => reachedOn !== undefined);
  const next = milestones.findIndex(({ reachedOn }, at) => at > last && reachedOn === undefined);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const marked = bar.current?.querySelector<HTMLElement>('[aria-current]');
    if (bar.current && marked) bar.current.scrollLeft = marked.offsetLeft - bar.current.clientWidth / 2;
  }, []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone the bar is scrolled, by keyboard too.
    <section className="milestones" ref={bar} aria-label={t('milestones')} tabIndex={0}>
      <ol>
        {milestones.map(({ key, label, reachedOn, expectedOn }, at) => (
          <li
            key={key}
            className={reachedOn ? 'milestone milestone--reached' : 'milestone'}
            aria-current={at === next ? 'step' : undefined}
          >
            <span className="milestone__sign">{reachedOn && <Icon name="check" small />}</span>
            <span className="milestone__label">{say(label)}</span>
            <span className="milestone__day">
              <Day reachedOn={reachedOn} expectedOn={expectedOn} isPassed={at < last} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DayProps {
  readonly reachedOn: string | undefined;
  readonly expectedOn: string | undefined;
  /** A later one has been reached. */
  readonly isPassed: boolean;
}

function Day({ reachedOn, expectedOn, isPassed }: DayProps) {
  const { t } = useLang();
  if (reachedOn) {
    return (
      <>
        <span className="kern-sr-only">{t('milestoneReached')} </span>
        <DateText value={reachedOn} />
      </>
    );
  }
  if (!expectedOn) return t(isPassed ? 'milestoneSkipped' : 'milestoneOpen');
  return (
    <>
      {t('milestoneExpected')} <DateText value={expectedOn} />
    </>
  );
}
