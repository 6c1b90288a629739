// The companies that a customer has a role in.
import { useTranslation } from 'react-i18next';
import { Section } from '~/ui/layout/Section';
import classes from '../customers.module.css';
import type { Profile } from '../wire';

export function Companies({ profile }: { profile: Profile }) {
  const { t } = useTranslation('customers');
  if (profile.companies.length === 0) return null;
  return (
    <Section title={t('companies')}>
      <ul className={classes.lines}>
        {profile.companies.map(({ company, name, role }) => (
          <li key={`${company} ${role}`}>
            <span className={classes.grow} dir="auto">
              {name}
            </span>
            <span className={classes.quiet} dir="auto">
              {role}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
