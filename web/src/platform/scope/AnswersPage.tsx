// The frame of a screen of answers: how fresh they are, what can be done above, what is open beside them, and
// one of several tabs of cards. What is chosen stands in the address, so a link to it shows the same.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '~/platform/Page';
import { Segmented } from '~/ui/control/Segmented';
import { Select } from '~/ui/form/Select';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { useFormats } from '~/ui/text/locale';
import { CopyLink } from './CopyLink';
import classes from './scope.module.css';

export interface AnswersPageProps {
  title: string;
  asOf?: string | null | undefined;
  actions?: ReactNode;
  panel?: ReactNode;
  // What is chosen above the answers.
  bar?: ReactNode;
  children: ReactNode;
}

export function AnswersPage({ title, asOf, actions, panel, bar, children }: AnswersPageProps) {
  const { t } = useTranslation('platform');
  const formats = useFormats();
  const phone = usePhone();
  return (
    <Page
      title={title}
      width="full"
      beside={
        asOf &&
        !phone && <span className={classes.fresh}>{t('asOf', { moment: formats.dateTime(asOf) })}</span>
      }
      actions={
        <>
          {!phone && <CopyLink />}
          {actions}
        </>
      }
    >
      <Split panel={panel}>
        {bar}
        <div className={classes.scroll}>
          <div className={classes.content}>{children}</div>
        </div>
      </Split>
    </Page>
  );
}

export interface AnswerTabsProps<Tab extends string> {
  label: string;
  tabs: readonly { id: Tab; label: string }[];
  value: Tab;
  // Something is open beside them.
  beside?: boolean;
  onChange: (tab: Tab) => void;
}

// Where there is little room, a choice in one line.
export function AnswerTabs<Tab extends string>({ label, tabs, value, beside, onChange }: AnswerTabsProps<Tab>) {
  const phone = usePhone();
  if (!phone && !beside) return <Segmented label={label} value={value} items={tabs} onChange={onChange} />;
  return (
    <div className={classes.choice}>
      <Select
        label={label}
        labelHidden
        value={value}
        options={tabs.map((tab) => ({ value: tab.id, label: tab.label }))}
        onChange={(tab) => {
          onChange(tab as Tab);
        }}
      />
    </div>
  );
}
