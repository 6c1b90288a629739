// By what a customer is known. What does not belong here is taken out, and that can be taken back.
import { IconCut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { Section } from '~/ui/layout/Section';
import { useFormats } from '~/ui/text/locale';
import { split } from '../api';
import classes from '../customers.module.css';
import { useWhoIsWho } from '../useWhoIsWho';
import type { Profile, View } from '../wire';

export interface IdentitiesProps {
  customer: View;
  profile: Profile;
  may: boolean;
}

export function Identities({ customer, profile, may }: IdentitiesProps) {
  const { t } = useTranslation('customers');
  const formats = useFormats();
  const change = useWhoIsWho();
  const several = profile.identities.length > 1;
  return (
    <Section title={t('identities.title')}>
      <ul className={classes.lines}>
        {profile.identities.map((identity) => (
          <li key={identity.id}>
            <Tag tone="outline">{t(`kinds.${identity.kind}`)}</Tag>
            <span className={classes.grow} dir="auto">
              {identity.value}
            </span>
            <span className={classes.quiet}>
              {formats.dateShort(formats.dayOf(identity.last_seen))}
            </span>
            {may && several && (
              <IconButton
                label={t('identities.split', { value: identity.value })}
                onClick={() =>
                  void change(
                    () => split(customer.id, [identity.id]),
                    t('identities.wasSplit', { value: identity.value }),
                  )
                }
              >
                <IconCut aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
