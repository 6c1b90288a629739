// What an agent works with, for who is in a team: their line is open, and calls and pages come in, as long as it is on the screen.
import { useQueryClient } from '@tanstack/react-query';
import { IconHeadset } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { EmptyState } from '~/ui/feedback/State';
import { useDesk } from '../api';
import { openDeskLine } from '../deskLine';
import { takePages } from '../page/shownPage';
import { takeCalls } from '../voice';
import type { Desk } from '../wire';
import { Panes } from './Panes';
import { VoiceBar } from './VoiceBar';

interface AtWorkProps {
  // What stands before the conversation.
  list: (desk: Desk, openId: string | undefined) => ReactNode;
  onTakeDown: () => void;
}

export function AtWork({ list, onTakeDown }: AtWorkProps) {
  const { t } = useTranslation('contacts');
  const { agents, isAgent, desk } = useDesk();
  const me = useMe();
  const cache = useQueryClient();
  useEffect(() => {
    if (!isAgent) return;
    openDeskLine(cache);
    const noCalls = takeCalls(cache);
    const noPages = takePages();
    return () => {
      noCalls();
      noPages();
    };
  }, [isAgent, cache]);
  const now = desk.data;
  if (isAgent === false) {
    return (
      <EmptyState icon={<IconHeadset />} title={t('noAgent')} text={t('noAgentText')}>
        {mayDo(me, managing) && <Link to="/settings/teams">{t('toTeams')}</Link>}
      </EmptyState>
    );
  }
  return (
    <Loaded query={agents.data ? desk : agents} lines={10}>
      {() =>
        now && (
          <>
            <VoiceBar desk={now} />
            <Panes desk={now} list={(openId) => list(now, openId)} onTakeDown={onTakeDown} />
          </>
        )
      }
    </Loaded>
  );
}
