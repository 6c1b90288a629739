// The tools side by side; everything after this follows from the choice.
import { useTranslation } from 'react-i18next';
import classes from '../connectors.module.css';
import { tools, type ToolInfo } from './tools';

export function ToolChoice({ onChoose }: { onChoose: (tool: ToolInfo) => void }) {
  const { t } = useTranslation('connectors');
  return (
    <>
      <p className={classes.quiet}>{t('connect.intro')}</p>
      <ul className={classes.tools}>
        {tools.map((tool) => (
          <li key={tool.id}>
            <button
              type="button"
              onClick={() => {
                onChoose(tool);
              }}
            >
              <strong>{tool.id === 'own' ? t('connect.own') : tool.name}</strong>
              <small>{t(`connect.places.${tool.place}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
