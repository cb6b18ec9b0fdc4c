;;; drive.el --- drives the server out of Emacs  -*- lexical-binding: t -*-
;; As a person would, and writes what came of it into report.json of the home folder. The setup is loaded before.
(require 'cl-lib)
(require 'flymake)
(require 'json)

(defvar drive-report nil)
(defvar drive-errors nil)

(defun drive-note (key value)
  (setq drive-report (cons (cons key value) (assq-delete-all key drive-report))))

(defun drive-finish ()
  (drive-note 'errors (vconcat (reverse drive-errors)))
  (with-temp-file (expand-file-name "report.json" (getenv "HOME"))
    (insert (json-encode drive-report)))
  (ignore-errors (eglot-shutdown (eglot-current-server)))
  (set-buffer-modified-p nil)
  (kill-emacs 0))

(defun drive-wait (what condition)
  "Wait until CONDITION holds, and end with a complaint about WHAT where it does not."
  (let ((deadline (+ (float-time) 15)))
    (while (not (or (funcall condition) (> (float-time) deadline)))
      (accept-process-output nil 0.05))
    (unless (funcall condition)
      (push (concat "waited in vain for " what) drive-errors)
      (drive-finish))))

(defmacro drive-step (name &rest body)
  `(condition-case problem
       (progn ,@body)
     (error (push (format "%s: %S" ,name problem) drive-errors))))

(defun drive-text ()
  (buffer-substring-no-properties (point-min) (point-max)))

(defun drive-has (words)
  (string-match-p (regexp-quote words) (drive-text)))

(defun drive-codes ()
  "What the findings say, as Flymake has them."
  (vconcat (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))

(defun drive-put-cursor-on (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun drive-check ()
  "Tell the server of changes and start Flymake: in a batch nobody is ever idle, which is when both happen."
  (eglot--signal-textDocument/didChange)
  (flymake-start nil t))

(find-file (expand-file-name "work/report.undoc" (getenv "HOME")))
(drive-note 'mode (symbol-name major-mode))
;; In a batch no command runs before which a server would be started.
(unless (eglot-current-server)
  (apply #'eglot (eglot--guess-contact)))
(drive-wait "the server" #'eglot-current-server)
(drive-wait "findings" (lambda () (drive-check) (flymake-diagnostics)))
(drive-note 'before (drive-codes))
(when (equal (getenv "PLENARY_DRIVE") "findings")
  (drive-finish))

(drive-step "hover"
  (drive-put-cursor-on "75/158")
  (let (hover)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq hover text)))
    (drive-wait "a hover" (lambda () hover))
    (drive-note 'hover (substring-no-properties hover))))

(drive-step "completion"
  (goto-char (point-max))
  (insert "\nSee resolution 75/15")
  (let* ((capf (eglot-completion-at-point))
         (prefix (buffer-substring-no-properties (nth 0 capf) (nth 1 capf))))
    (drive-note 'completion
                (vconcat (mapcar #'substring-no-properties
                                 (all-completions prefix (nth 2 capf))))))
  (delete-region (- (point-max) (length "\nSee resolution 75/15")) (point-max)))

(drive-step "code action"
  (drive-wait "findings" (lambda () (drive-check) (flymake-diagnostics)))
  (drive-put-cursor-on "the the")
  (let ((completing-read-function
         (lambda (_prompt choices &rest _)
           (let ((titles (all-completions "" choices)))
             (drive-note 'actions (vconcat titles))
             (car titles)))))
    ;; What was done last was no click: the choice is made by words.
    (let ((eglot-confirm-server-edits nil) (last-nonmenu-event t))
      (eglot-code-actions (point) (+ (point) (length "the the")) nil t)))
  (drive-wait "the fix" (lambda () (not (drive-has "the the"))))
  (drive-note 'fixed (drive-text))
  (drive-wait "findings after the fix"
              (lambda ()
                (drive-check)
                (not (cl-some (lambda (one) (string-match-p "doubled-word" one))
                              (drive-codes)))))
  (drive-note 'after (drive-codes)))

(drive-step "rename"
  (drive-put-cursor-on "3 below")
  (let ((eglot-confirm-server-edits nil))
    (eglot-rename "7"))
  (drive-wait "the new number" (lambda () (drive-has "para. 7 below")))
  (drive-note 'renamed (drive-text))
  (drive-put-cursor-on "7 below")
  ;; This eglot asks without telling first what has changed since.
  (eglot--signal-textDocument/didChange)
  (let ((eglot-confirm-server-edits nil))
    (eglot-rename "3"))
  (drive-wait "the old number" (lambda () (drive-has "para. 3 below"))))

(drive-step "Enter"
  (drive-put-cursor-on "resolution 75/158.")
  (end-of-line)
  (let ((last-input-event ?\n) (last-command-event ?\n))
    (newline 1 t))
  (drive-wait "the next number" (lambda () (drive-has "\n4. The training")))
  (drive-note 'entered (drive-text)))

(drive-finish)
