// The screen of channels: a worksheet, a board of phases or the integration matrix, with the open
// channel beside it.
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useActions } from '~/platform/actions';
import { idOf } from '~/platform/gridList';
import { Page } from '~/platform/Page';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { Segmented } from '~/ui/control/Segmented';
import { Split } from '~/ui/layout/SidePanel';
import { usePhone } from '~/ui/layout/usePhone';
import { Board } from './board/Board';
import { ChannelTable } from './ChannelTable';
import { Matrix } from './matrix/Matrix';
import { measuredPeriods } from './measuredPeriods';
import { MoreMenu } from './MoreMenu';
import { ChannelPanel } from './panel/ChannelPanel';
import { type Mode, modes, useChannelsSearch } from './search';
import { ChannelDialogs } from './ChannelDialogs';
import { StartScreen } from './start/StartScreen';
import { useWorksheet, type Worksheet } from './useWorksheet';
import classes from './channels.module.css';

export default function ChannelsPage() {
  const { t } = useTranslation('channels');
  const { search, show } = useChannelsSearch();
  const sheet = useWorksheet();
  const may = mayDo(useMe(), managing);
  const phone = usePhone();
  const mode = search.mode ?? 'table';
  useActions([
    ...modes.map((id) => ({
      id: `channels.${id}`,
      label: () => `${t('title')}: ${t(id)}`,
      group: 'go' as const,
      run: () => {
        show({ mode: id });
      },
    })),
    ...measuredPeriods.map((period) => ({
      id: `channels.measured.${period}`,
      label: () => `${t('measured.period')}: ${t(`measured.periods.${period}`)}`,
      group: 'do' as const,
      run: () => {
        show({ measured: period }, true);
      },
    })),
    ...sheet.measured.segments.map(({ id, name }) => ({
      id: `channels.measured.${id}`,
      label: () => `${t('measured.of')}: ${name}`,
      group: 'do' as const,
      run: () => {
        show({ segment: id }, true);
      },
    })),
  ]);
  const { source, isFirst } = sheet;
  const ids = source.rows.map(idOf);
  const create = () => {
    show({ dialog: 'new' });
  };
  const modeChoice = !isFirst && (
    <Segmented
      label={t('shownAs')}
      value={mode}
      items={modes.map((id) => ({ id, label: t(id) }))}
      onChange={(next: Mode) => {
        show({ mode: next });
      }}
    />
  );
  const add = phone ? (
    <IconButton look="primary" label={t('new')} onClick={create}>
      <IconPlus aria-hidden />
    </IconButton>
  ) : (
    <Button look="primary" icon={<IconPlus aria-hidden />} onClick={create}>
      {t('new')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      width="full"
      actions={
        <>
          {!phone && modeChoice}
          <MoreMenu may={may} />
          {may && !isFirst && add}
        </>
      }
    >
      {phone && modeChoice && <div className={classes.modes}>{modeChoice}</div>}
      <Split
        panel={
          search.open && (
            <ChannelPanel
              key={search.open}
              id={search.open}
              ids={ids}
              onOpen={(open) => {
                show({ open });
              }}
            />
          )
        }
      >
        {isFirst ? <StartScreen /> : <Shown mode={mode} sheet={sheet} />}
      </Split>
      <ChannelDialogs dialog={search.dialog} />
    </Page>
  );
}

function Shown({ mode, sheet }: { mode: Mode; sheet: Worksheet }) {
  switch (mode) {
    case 'table':
      return <ChannelTable sheet={sheet} />;
    case 'board':
      return <Board sheet={sheet} />;
    case 'matrix':
      return <Matrix />;
  }
}
