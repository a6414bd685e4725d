import "../../ui/styles.css";
import { Popup } from "../../ui/popup.tsx";
import { startPage } from "../../ui/start-page.tsx";

void startPage((known) => <Popup {...known} />);
