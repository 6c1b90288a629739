// A contact that is spoken, not written: the number to call, and what to say.
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '~/ui/control/Button';
import { useReady } from '../api';
import type { Contact } from '../wire';
import classes from './desk.module.css';

// Ready answers whose code begins so are what is said on the telephone.
const scriptCode = 'script';

export function CallCard({ contact: { id, caller, kind } }: { contact: Contact }) {
  const { t } = useTranslation('contacts');
  const { data } = useReady(id, true);
  const scripts = data?.items.filter(({ code }) => code.startsWith(scriptCode)) ?? [];
  return (
    <div className={classes.call}>
      {caller.phone && (
        <LinkButton
          look={kind === 'call_back' ? 'primary' : 'normal'}
          icon={<IconPhone aria-hidden />}
          href={`tel:${caller.phone}`}
        >
          {caller.phone}
        </LinkButton>
      )}
      {kind === 'call_back' && !caller.phone && <p>{t('noPhone')}</p>}
      {scripts.map(({ id: script, title, text }) => (
        <details key={script} open>
          <summary dir="auto">{title}</summary>
          <p dir="auto">{text}</p>
        </details>
      ))}
    </div>
  );
}
