/** Who one is, how it looks, and the way out: a panel that opens below its button. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useLocation } from 'wouter';
import type { Me } from '../../web/api/schemas.ts';
import { post } from '../api.ts';
import { signInPath } from '../queries.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';
import { roleWords } from './names.ts';
import { type Theme, themes, useTheme } from './theme.ts';
import { useDisclosure } from './useDisclosure.ts';

const themeWords = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
} as const satisfies Record<Theme, string>;

export function AccountMenu({ me }: { me: Me | undefined }) {
  const { t } = useLang();
  const { isOpen, setOpen, box, button, panelId } = useDisclosure();
  return (
    <div className="account" ref={box}>
      <button
        ref={button}
        type="button"
        className="header__button"
        aria-expanded={isOpen}
        aria-controls={panelId}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="account" />
        <span className="kern-sr-only">{t('account')}</span>
      </button>
      <div id={panelId} className="account__panel" hidden={!isOpen}>
        {me && <Identity me={me} />}
        <ThemeChoice />
        <Guide />
        {me && <SignOut onDone={() => setOpen(false)} />}
      </div>
    </div>
  );
}

function Identity({ me }: { me: Me }) {
  const { t } = useLang();
  return (
    <p className="account__who">
      <span className="kern-body kern-body--small kern-body--muted">{t('signedInAs')}</span>
      <strong className="kern-body kern-body--bold">{me.name ?? me.person}</strong>
      <span className="kern-body kern-body--small">
        {me.roles.map((role) => t(roleWords[role])).join(', ')}
      </span>
    </p>
  );
}

function ThemeChoice() {
  const { t } = useLang();
  const [theme, setTheme] = useTheme();
  const name = useId();
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">{t('theme')}</legend>
      <div className="kern-fieldset__body account__themes">
        {themes.map((one) => (
          <div key={one} className="kern-form-check">
            <input
              id={`${name}-${one}`}
              name={name}
              type="radio"
              className="kern-form-check__radio"
              checked={theme === one}
              onChange={() => setTheme(one)}
            />
            <label className="kern-label" htmlFor={`${name}-${one}`}>
              {t(themeWords[one])}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** Beside the page, so that what is half filled in stays. */
function Guide() {
  const { t } = useLang();
  return (
    <a className="kern-link" href="/leitfaden" target="_blank" rel="noreferrer">
      {t('guide')}
      <span className="kern-body--small"> ({t('guideNewTab')})</span>
    </a>
  );
}

function SignOut({ onDone }: { onDone: () => void }) {
  const { t } = useLang();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const { mutate, isPending } = useMutation({
    mutationFn: () => post<{ url?: string }>('/auth/logout', {}),
    // Whatever the server says: on this device nothing of it stays.
    onSettled: (answer) => {
      onDone();
      // There one signs out of the provider too.
      if (answer?.url !== undefined) return location.assign(answer.url);
      navigate(signInPath);
      queries.clear();
    },
  });
  return (
    <Button icon="signOut" busy={isPending} onClick={() => mutate()}>
      {t('signOut')}
    </Button>
  );
}
