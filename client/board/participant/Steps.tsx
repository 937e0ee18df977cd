/** What may be entered now: first what settles something that is due, then everything by its matter. */
import { useId, useState } from 'react';
import { eventIn } from '../parts/catalogue.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';
import { likelyNow } from './deeds.ts';
import { matches } from './matches.ts';
import { byMatter } from './matters.ts';
import { Say } from './Say.tsx';
import { Search } from './Search.tsx';
import { type Shown, useShown } from './shown.ts';

export function Steps() {
  const shown = useShown();
  const { t, say } = useLang();
  const id = useId();
  const me = useMe();
  const [word, setWord] = useState('');
  const possible = shown.explanations.filter((one) => one.possible);
  if (possible.length === 0) return <Empty>{t('nothingToSay')}</Empty>;
  const isSearching = word.trim() !== '';
  const found = possible.filter(({ type, label }) => matches(word, [say(label), helpOf(shown, type, say)]));
  const likely = isSearching ? [] : likelyNow(shown, me?.person ?? '');
  return (
    <>
      {likely.length > 0 && (
        <ul className="likely">
          {likely.map(({ type, initial }, at) => (
            <li key={type}>
              <Say type={type} initial={initial} look={at === 0 ? 'primary' : 'secondary'} />
            </li>
          ))}
        </ul>
      )}
      {possible.length > 8 && <Search label={t('searchEvents')} word={word} onSearch={setWord} />}
      <div className="matters">
        {byMatter(found, shown.view.phase).map(({ key, label, events }) => (
          <section key={key} aria-labelledby={`${id}-${key}`}>
            <h3 id={`${id}-${key}`} className="kern-heading-small">
              {t(label)}
            </h3>
            <ul className="plain-list">
              {events.map(({ type }) => (
                <li key={type}>
                  <Say type={type} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {found.length === 0 && <p className="kern-body">{t('nothingFound')}</p>}
    </>
  );
}

const helpOf = ({ catalogue }: Shown, type: string, say: ReturnType<typeof useLang>['say']): string => {
  const help = eventIn(catalogue, type)?.help;
  return help ? say(help) : '';
};
