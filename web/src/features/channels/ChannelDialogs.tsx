// The dialogs of the screen of channels; which one is open stands in the URL.
import { lazy, Suspense } from 'react';
import { NewChannelDialog } from './NewChannelDialog';
import { type DialogName, useChannelsSearch } from './search';

const ImportDialog = lazy(() => import('./import/ImportDialog'));
const TemplatesDialog = lazy(() => import('./start/TemplatesDialog'));

export function ChannelDialogs({ dialog }: { dialog: DialogName | undefined }) {
  const { show } = useChannelsSearch();
  const close = () => {
    show({ dialog: undefined });
  };
  return (
    <Suspense>
      {dialog === 'new' && <NewChannelDialog onClose={close} />}
      {dialog === 'templates' && <TemplatesDialog onClose={close} />}
      {dialog === 'import' && <ImportDialog onClose={close} />}
    </Suspense>
  );
}
