/** The other language, by a click. */
import { useLang } from './lang.tsx';

export function LangSwitch() {
  const { lang, setLang, t } = useLang();
  const other = lang === 'de' ? 'en' : 'de';
  return (
    <button type="button" className="header__button" lang={other} onClick={() => setLang(other)}>
      {t('otherLanguage')}
    </button>
  );
}
