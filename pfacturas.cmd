@echo off
rem Starts pFacturas from its checkout; builds it on first use.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%pfacturas-cli\target\pfacturas.jar"
set "ARCHIVE=%HOME_DIR%pfacturas-cli\target\pfacturas.jsa"
set "JAVA_EXE=java"
if defined JAVA_HOME set "JAVA_EXE=%JAVA_HOME%\bin\java"

if not exist "%JAR%" (
  echo pfacturas: primera vez, compilo ^(mvn package, unos minutos^) ... / first use, building ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    exit /b 1
  )
  popd
)

set "MODE=-XX:TieredStopAtLevel=1"
if "%~1"=="run" set "MODE=-Xmx64m -Xms12m -Xss512k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
if "%~1"=="correr" set "MODE=-Xmx64m -Xms12m -Xss512k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
if "%~1"=="nube" set "MODE=-Xmx64m -Xms12m -Xss512k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
if "%~1"=="cloud" set "MODE=-Xmx64m -Xms12m -Xss512k -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=30"
if not exist "%ARCHIVE%" "%JAVA_EXE%" -XX:+UseSerialGC -XX:ArchiveClassesAtExit="%ARCHIVE%" -Xlog:cds=off -Xlog:cds+dynamic=off -cp "%JAR%" uy.pfacturas.cli.Training >nul 2>&1

"%JAVA_EXE%" -XX:+UseSerialGC %MODE% -Xshare:auto -Xlog:cds=off -XX:SharedArchiveFile="%ARCHIVE%" %PFACTURAS_JAVA_OPTS% -cp "%JAR%" uy.pfacturas.cli.Pfacturas %*
exit /b %ERRORLEVEL%
