// Every part of the design system in all its states, on one page. Used by the visual tests.
import { Card } from '../layout/Card';
import { Buttons, Colours, TagsAndDots, TabsAndChoices, TypeSizes } from './Basics';
import { Forms } from './Forms';
import { Feedback, Overlays } from './Feedback';
import { Figures } from './Figures';
import { PanelExample } from './PanelExample';
import { SampleGrid } from './SampleGrid';
import { words } from './samples';
import classes from './Section.module.css';

export default function Gallery() {
  return (
    <main className={classes.page}>
      <h1 className={classes.title}>{words.title}</h1>
      <div className={classes.columns}>
        <Card title={words.colours}>
          <Colours />
        </Card>
        <Card title={words.type}>
          <TypeSizes />
        </Card>
        <Card title={words.buttons}>
          <Buttons />
        </Card>
        <Card title={words.tags}>
          <TagsAndDots />
        </Card>
        <Card title={words.tabs}>
          <TabsAndChoices />
        </Card>
        <Card title={words.overlays}>
          <Overlays />
        </Card>
        <Card title={words.forms}>
          <Forms />
        </Card>
        <Card title={words.feedback}>
          <Feedback />
        </Card>
        <div className={classes.wide}>
          <Figures />
        </div>
        <div className={classes.wide}>
          <Card title={words.panel}>
            <PanelExample />
          </Card>
        </div>
        <div className={classes.wide}>
          <Card title={words.grid}>
            <SampleGrid count={50_000} />
          </Card>
        </div>
      </div>
    </main>
  );
}
