// A quiet coloured bar with one thing to know.
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './State.module.css';

const looks = {
  info: { className: classes.noticeInfo, Icon: IconInfoCircle },
  good: { className: classes.noticeGood, Icon: IconCircleCheck },
  warn: { className: classes.noticeWarn, Icon: IconAlertTriangle },
  bad: { className: classes.noticeBad, Icon: IconAlertTriangle },
} as const;

export interface NoticeProps {
  tone?: keyof typeof looks;
  children: ReactNode;
}

export function Notice({ tone = 'info', children }: NoticeProps) {
  const { className, Icon } = looks[tone];
  return (
    <div className={`${classes.notice} ${className}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon aria-hidden />
      <div className={classes.noticeBody}>{children}</div>
    </div>
  );
}
