// Channels as people usually have them, to tick: several at once, each with what it brings.
import { useTranslation } from 'react-i18next';
import { Dot } from '~/ui/control/Dot';
import { PhaseDots } from '../PhaseDots';
import type { Template } from '../wire';
import { kinds, seriesOf } from '../words';
import classes from './Templates.module.css';

export interface TemplateCardsProps {
  templates: readonly Template[];
  chosen: readonly string[];
  // Codes that a channel has already.
  used: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

export function TemplateCards({ templates, chosen, used, onChange }: TemplateCardsProps) {
  const { t } = useTranslation('channels');
  const toggle = (code: string) => {
    onChange(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  };
  return kinds.map((kind) => {
    const ofKind = templates.filter((one) => one.kind === kind);
    return (
      ofKind.length > 0 && (
        <section key={kind} className={classes.group} aria-label={t(`kinds.${kind}`)}>
          <h2>{t(`kinds.${kind}`)}</h2>
          <div className={classes.cards}>
            {ofKind.map((one) => (
              <TemplateCard
                key={one.code}
                template={one}
                chosen={chosen.includes(one.code)}
                used={used.includes(one.code)}
                onToggle={() => {
                  toggle(one.code);
                }}
              />
            ))}
          </div>
        </section>
      )
    );
  });
}

interface TemplateCardProps {
  template: Template;
  chosen: boolean;
  used: boolean;
  onToggle: () => void;
}

function TemplateCard({ template, chosen, used, onToggle }: TemplateCardProps) {
  const { t } = useTranslation('channels');
  return (
    <label className={classes.card}>
      <input type="checkbox" checked={chosen || used} disabled={used} onChange={onToggle} />
      <span className={classes.name}>
        <Dot series={seriesOf(template.form)} />
        {template.name}
        {used && <span className={classes.used}>{t('start.have')}</span>}
      </span>
      <span className={classes.goal}>{template.goal}</span>
      <span className={classes.phases}>
        <PhaseDots phases={template.phases} />
      </span>
    </label>
  );
}
