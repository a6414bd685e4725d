import "../../ui/styles.css";
import "../../ui/popup/popup.css";
import "../../ui/side/side-panel.css";
import { SidePanel } from "../../ui/side/side-panel.tsx";
import { startPage } from "../../ui/start-page.tsx";

void startPage((known) => <SidePanel {...known} />);
