// Connecting a tool: choose it, give it a channel, put the code in place, and see the first event come in.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '~/ui/overlay/Dialog';
import type { Source } from '../wire';
import { ConnectForm } from './ConnectForm';
import { Connected } from './Connected';
import { ToolChoice } from './ToolChoice';
import type { ToolInfo } from './tools';

export interface Made {
  source: Source;
  secret: string;
}

export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('connectors');
  const [tool, setTool] = useState<ToolInfo | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const title = tool ? t('connect.title', { tool: tool.name }) : t('connect.action');
  return (
    <Dialog open title={title} width={640} onClose={onClose}>
      {!tool && <ToolChoice onChoose={setTool} />}
      {tool && !made && (
        <ConnectForm
          tool={tool}
          onMade={setMade}
          onBack={() => {
            setTool(null);
          }}
        />
      )}
      {tool && made && <Connected tool={tool} made={made} onClose={onClose} />}
    </Dialog>
  );
}
