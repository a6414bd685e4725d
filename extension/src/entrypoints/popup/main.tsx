import "../../ui/styles.css";
import "../../ui/popup/popup.css";
import { Popup } from "../../ui/popup/popup.tsx";
import { startPage } from "../../ui/start-page.tsx";

void startPage((known) => <Popup {...known} />);
