;; Run by test_emacs.py: what a user of Emacs sees of a report, written as JSON.
(require 'json)
(package-initialize)
(load (expand-file-name "init.el") nil t)

(defun wait (condition what)
  (let ((until (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) until) (error "No %s" what))
      (accept-process-output nil 0.05))))

(defun found ()
  "The codes of the diagnostics and where they stand: line, and characters before."
  (sort (mapcar #'shown (flymake-diagnostics)) #'string<))

(defun shown (diagnostic)
  (let ((text (flymake-diagnostic-text diagnostic)))
    (string-match "GK[0-9]+" text)
    (save-excursion
      (goto-char (flymake-diagnostic-beg diagnostic))
      (format "%s %d:%d-%d" (match-string 0 text) (line-number-at-pos)
              (- (point) (line-beginning-position))
              (- (flymake-diagnostic-end diagnostic) (line-beginning-position))))))

(defun seen ()
  (find-file "年报.md")
  (run-hooks 'post-command-hook)  ; which the loop of commands would do
  (wait (lambda () (= 2 (length (found)))) "first diagnostics")
  (let* ((first (found)) (server (eglot-current-server)) hover outline)
    (goto-char (point-min))
    (search-forward "（一）予以公开 |")
    (search-forward "| 5 |")
    (backward-char 3)
    (setq hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams))
          outline (mapcar #'car (cdr (assoc "File" (eglot-imenu)))))
    (delete-char 1)
    (insert "3")
    (run-hooks 'post-command-hook)
    (eglot--signal-textDocument/didChange)
    (wait (lambda () (flymake-start) (null (found))) "end of the diagnostics")
    (eglot-shutdown server)
    (json-encode `((mode . ,(symbol-name major-mode)) (first . ,(vconcat first))
                   (hover . ,(plist-get (plist-get hover :contents) :value))
                   (outline . ,(vconcat outline))))))

(let ((text (seen)))
  (with-temp-file (getenv "GKLINT_SEEN") (insert text)))
